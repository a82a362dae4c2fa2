"""Words in the names of elements that tell what they are for, and names of places to share a story."""

from __future__ import annotations

from typing import Final

from copydesk.extract.tables import key_set, word_set

CONSENT: Final = word_set("cookie cookies consent gdpr privacy legal disclaimer onetrust eupopup")
SHARE: Final = word_set("""
    share shares sharing sharebar sharetools social socials socialmedia sns socialite addthis addtoany
    sharedaddy teilen partager compartir condividi compartilhar delen paylas likes reaction reactions
    feedback bookmark favourite favourites favorite favorites follow
""")
SIGN_UP: Final = word_set("""
    newsletter newsletters signup subscribe subscriber subscribers subscription subscriptions abo noabo
    paywall piano regwall donate donation donations membership premium offer offers campaign promo promos
    promotion marketing register gating gated wall affiliate voucher vouchers coupon coupons
    deals optin appstore
""")
ADVERTS: Final = word_set("""
    ad ads native advert adverts advertisement advertising adslot adunit sponsor sponsored taboola outbrain
""")
OTHER_STORIES: Final = word_set("""
    related recirc recirculation recommend recommended recommendation recommendations teaser teasers popular
    trending linkcard mostread mostviewed readnext upnext topstories similar relatedposts prev previous
    relacionadas relacionados
""")
PICTURES: Final = word_set("caption captions credit credits bildautor bildquelle photographer")
PLAYER: Final = word_set("vjs jwplayer videojs videoplayer audioplayer mejs")
VIDEO: Final = word_set("video videos")
READERS: Final = word_set("community forum")
POLL: Final = word_set("poll polls survey surveys quiz umfrage")
TAGS: Final = word_set("tag tags topic topics keyword keywords hashtag hashtags")
AUTHOR: Final = word_set("author authors byline bylines bio autor auteur")
FRAME: Final = word_set("""
    nav navbar navigation navi menu menus masthead topbar breadcrumb breadcrumbs crumbs toolbar sitemap
    dropdown megamenu burger hamburger offcanvas drawer login signin account skip skiplink pagination pager
    search archive archives calendar auth
""")
WINDOW: Final = word_set("modal popup dialog lightbox tooltip toast snackbar")

# Where a story is shared.
PLACES: Final = key_set("""
    facebook | twitter | whatsapp | telegram | linkedin | pinterest | reddit | tumblr | flipboard | messenger
    bluesky | mastodon | instagram | youtube | tiktok | snapchat | viber | vkontakte | odnoklassniki | xing
    gettr | parler | gab | google+ | stumbleupon | digg | skype | kakaotalk | kakao talk | kakaostory | naver
    hatena | twitter x | line | threads | weibo | wechat | はてなブックマーク | ツイッター | フェイスブック
    페이스북 | 트위터 | 카카오톡
""")
# How it is shared: these are also other things, where they stand alone.
WAYS: Final = key_set("""
    x | email | e mail | e-mail | mail | print | copy | copy link | copy url | link | pin | sms | pocket
    truth | rss | link kopieren | link kopiert | link copied | send | drucken | per mail | message | share
    印刷する | メールで送る | リンクをコピーする
""")
