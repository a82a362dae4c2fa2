"""Words in the names of elements that tell what they are for, and names of places to share a story."""

from __future__ import annotations

import re
from typing import Final

from copydesk.extract.tables import key_set, word_set

CONSENT: Final = word_set("cookie cookies consent gdpr privacy legal disclaimer onetrust eupopup")
SHARE: Final = word_set("""
    share shares sharing sharebar sharetools social socials socialmedia sns socialite addthis addtoany
    sharedaddy teilen partager compartir condividi compartilhar delen paylas likes reaction reactions
    bookmark favourite favourites favorite favorites follow
""")
SIGN_UP: Final = word_set("""
    newsletter newsletters signup subscribe subscriber subscribers subscription subscriptions abo noabo
    paywall piano regwall donate donation donations membership premium offer offers campaign promo promos
    promotion marketing register gating gated wall affiliate voucher vouchers coupon coupons
    deals optin appstore
""")
# The words among these and among the names of adverts that are in the names of nothing else.
LETTERS: Final = word_set("newsletter newsletters signup subscribe optin")
SPONSORS: Final = word_set("sponsor sponsored advertisement advertising taboola outbrain")
# What sells subscriptions, to readers of several sorts.
SELLS: Final = re.compile(
    r"(?<![a-z])sales[-_]?(?:offers?|posters?|promos?|prospects?|box|banner|wall|no-?consent)", re.IGNORECASE
)
ADVERTS: Final = word_set("""
    ad ads native advert adverts advertisement advertising adslot adunit sponsor sponsored taboola outbrain
""")
OTHER_STORIES: Final = word_set("""
    related recirc recirculation recommend recommended recommendation recommendations teaser teasers popular
    trending linkcard mostread mostviewed readnext upnext topstories similar relatedposts prev previous
    relacionadas relacionados
""")
# The words for the way back and on, which lead to pictures where one of the others is beside them.
STEPS: Final = word_set("prev previous next")
SLIDES: Final = word_set("slide slides slider swiper carousel gallery slick splide glide flickity slideshow")
PICTURES: Final = word_set("caption captions credit credits bildautor bildquelle photographer")
PLAYER: Final = word_set("vjs jwplayer videojs videoplayer audioplayer mejs")
VIDEO: Final = word_set("video videos")
COMMENTS: Final = word_set("comment comments commentaires kommentare kommentarer")
READERS: Final = word_set("community forum")
POLL: Final = word_set("poll polls survey surveys quiz umfrage")
TAGS: Final = word_set("tag tags topic topics keyword keywords hashtag hashtags")
AUTHOR: Final = word_set("author authors byline bylines bio autor auteur")
FRAME: Final = word_set("""
    nav navbar navigation navi menu menus masthead topbar breadcrumb breadcrumbs crumbs toolbar sitemap
    dropdown megamenu burger hamburger offcanvas drawer login signin account skip skiplink pagination pager
    search archive archives calendar auth feedback
""")
WINDOW: Final = word_set("modal popup dialog lightbox toast snackbar")
# What hints are called, what their text is called behind that, and what has a hint, by words before it.
HINT: Final = word_set("tooltip tooltips")
HINT_TEXT: Final = word_set("content contents text message inner body bubble popup popper popover")
HAS_HINT: Final = word_set("js has with block")
# What opens such a window, which is seen.
OPENER: Final = word_set("trigger triggers opener open toggle toggler label button btn link")

# These are in the names of elements of all sorts, and speak faintly of what they are for.
CONTENTS: Final = word_set("toc tableofcontents")
FORM: Final = word_set("""
    form forms input inputs checkbox checkboxes hubspot mailchimp gform wpforms recaptcha textarea
""")
SOURCES: Final = word_set("references reference citation citations bibliography sources")
NOTE: Final = word_set("footnote footnotes endnote endnotes")
CALL: Final = word_set("cta ctas calltoaction trial demo pricing upsell leadmagnet ebook donor giving")
BANNER: Final = word_set("banner banners")
PRODUCT: Final = word_set("""
    product products price prices pricebox rating ratings score scores stars retailer retailers merchant
    buy shop shopping cart checkout store deal specs ticker booking
""")
PRAISE: Final = word_set("testimonial testimonials")
BESIDE: Final = word_set("sidebar aside widget widgets textwidget rail floating welcomebar contact offices")
BUTTON: Final = word_set("button buttons btn btns cta ctas")
# Page builders give all their elements such names.
BUILDER: Final = word_set("elementor sqs wpb fl et tdb tdi vc kb wixui")

# What lines say that share or follow, besides the names of places and ways.
SHARING: Final = word_set("""
    share sharing teilen partager compartir condividi compartilhar delen follow folgen suivre like tweet more
    social connect
""")

# Where a story is shared.
PLACES: Final = key_set("""
    facebook | twitter | whatsapp | telegram | linkedin | pinterest | reddit | tumblr | flipboard | messenger
    bluesky | mastodon | instagram | youtube | tiktok | snapchat | viber | vkontakte | odnoklassniki | xing
    gettr | parler | gab | google+ | stumbleupon | digg | skype | kakaotalk | kakao talk | kakaostory | naver
    hatena | twitter x | spotify | soundcloud | iheartradio | slack | discord | twitch | apple podcasts
    linked in | truth social | vk | google news | you tube | koo | rumble | feedly | vimeo | line | threads
    weibo | wechat | はてなブックマーク | ツイッター | フェイスブック
    페이스북 | 트위터 | 카카오톡
""")
# How it is shared: these are also other things, where they stand alone.
WAYS: Final = key_set("""
    x | email | e mail | e-mail | mail | print | copy | copy link | copy url | link | pin | sms | pocket
    truth | rss | link kopieren | link kopiert | link copied | send | drucken | per mail | message | share
    印刷する | メールで送る | リンクをコピーする
""")
