"""How captions and photo credits are worded, as patterns."""

from __future__ import annotations

import re

from copydesk.extract.tables import key_set, one_of


def _any(listing: str) -> str:
    """A pattern for one of the expressions of a listing; longer ones go first."""
    parts = sorted(
        {p for line in listing.splitlines() for p in line.split("; ") if p}, key=lambda p: (-len(p), p)
    )
    return one_of("|".join(parts))


# Whose pictures newspapers print.
AGENCIES = _any(
    """
thomson reuters; reuters; associated press; the associated press; ap; agence france[- ]presse; afp
getty; getty images; epa; epa-efe; efe; xinhua; xinhua news agency; tass; itar-tass; ria; ria novosti; sputnik
interfax; dpa; apa; ansa; pti; ani; ians; anadolu; anadolu agency; aa; imago; imago images; shutterstock
istock
istockphoto; alamy; alamy stock photo; bloomberg; pa; pa wire; pa media; pa images; press association; zuma
zuma press; sipa; sipa usa; nurphoto; keystone; belga; anp; aap; kyodo; kyodo news; yonhap; cctv; vcg; cfp
cnsphoto; ic; picture[- ]alliance; ddp; ritzau; scanpix; ntb; tt; lehtikuva; unsplash; pixabay; pexels; flickr
wikimedia; wikimedia commons; wikipedia; rex; rex features; sana; irna; isna; wam; spa; mena; rfe/rl; voa
bbc; cnn
nasa; facebook; twitter; instagram; youtube; telegram; hindustan times; lusa; mti; pap; ctk; укринформ
риа новости
тасс; рейтер; униан; 新华社; 中新社; 法新社; 路透社; 美联社
"""
)
_PHOTO = _any(
    """
photo; photos; photograph; photographs; photographer; photography; picture; pictures; pic; pics; image; images
illustration; illustrations; cartoon; cartoons; video still; screenshot; screen shot; screengrab; screen grab
file photo; file picture
file image; handout; foto; fotos; bild; bilder; bildquelle; bildnachweis; bildrechte; aufnahme; grafik
photographie
crédit; crédits; crédit photo; crédits photo; crédito; credito; fotograf; fotografie; fotografia; fotografía
imagen
imagem; immagine; fotocredit; foto-credit; zdjęcie; zdj\\.; fot\\.; kuva; kép; görsel; fotoğraf; фото
фотография
снимок; зображення; 图; 图片; 摄; 摄影; 资料图; 资料图片; 写真; 사진; صورة; صور; عکس
"""
)
_BY = r"(?:\s(?:credits?|by|courtesy(?: of)?|via|source|copyright|von|par|de|di|af|av|door|from))?"

# A whole line that is a credit or opens as one.
CREDIT_LINE = re.compile(
    rf"[(\[]?\s?{_PHOTO}{_BY}\s?(?:[:：/|©]\s?\S|(?:by|courtesy|credit)\b)"
    r"|(?:image|photo|media|picture|video|bild|foto) (?:source|caption|credits?|copyright)\b\s?[,:]?\s?\S?"
    rf"|[(\[]?{_PHOTO}\s(?:by|courtesy of|courtesy)\s"
    r"|[(\[]?\s?(?:사진|写真|照片|图片?)\s?[=＝:：]\s?\S"
    r"|foto(?:ğraf)?(?:lar)?,? .{2,40} tarafından (?:servis edil|çekil)",
    re.IGNORECASE,
)
CREDIT_LINE_WORDS = 14
# What stands in front of a picture's owner, anywhere in a caption.
CREDIT_LABEL = re.compile(r"\b(?:credits?|photo(?:graph)?|image|picture|foto|bild|crédit)\s?:", re.IGNORECASE)
_OPENINGS = _any(
    """
image caption; photo caption; media caption; video caption; picture caption; bildunterschrift; bildtext
légende
leyenda; pie de foto; didascalia; caption; legenda; подпись к фото; підпис до фото; pictured(?= ?:)
(?:cover|header|lead|featured?|main|top) (?:image|photo|picture)(?= ?:)
coverbild(?= ?:); titelbild(?= ?:); titelfoto(?= ?:); beitragsbild(?= ?:); omslagfoto(?= ?:)
(?:imagen|foto) de portada(?= ?:); (?:image|photo) de couverture(?= ?:); (?:immagine|foto) di copertina(?= ?:)
"""
)
CAPTION_OPENING = re.compile(rf"{_OPENINGS}\b\s?[,:]?\s\S", re.IGNORECASE)
COPYRIGHT_LINE = re.compile(r"(?:©|\(c\)\s)\s?(?!\d{4})[^.!?©]{2,70}$", re.IGNORECASE)
AGENCY_LINE = re.compile(
    rf"[(\[]?(?:(?:ap|epa|afp|ht) photo(?:\s?/\s?[^/]{{2,50}})?|[^\W\d_][^/|()]{{2,40}}\s?[/|]\s?{AGENCIES}"
    rf"|{AGENCIES}\s?/\s?[^\W\d_][^/|()]{{2,40}}|(?:{AGENCIES}\s?[/|,]\s?)?(?:via )?getty images"
    rf"(?:\s?[/|,]\s?[^/|()]{{2,40}})?|[^\W\d_][^|(),]{{1,60}} via (?:getty images|{AGENCIES})"
    r"|(?:file|stock|representative|representational|undated|archive) "
    r"(?:photo|picture|image)|istock(?:photo)?|shutterstock|alamy(?: stock photo)?|symbolbild|archivbild"
    r"|symbolfoto)[)\]]?$",
    re.IGNORECASE,
)
AGENCY_LINE_WORDS = 10

# The end of a line that says whose picture it is, so plainly that its place does not matter.
_BRACKETED = (
    rf"[(\[]\s?(?:[^()\[\]]{{0,60}}\s)?(?:{_PHOTO}\s?(?:[:：/|©]|by\b|courtesy|credit|via\b"
    r"|von\b|par\b)"
    rf"|getty images|{AGENCIES}\s(?:file\s)?(?:photo|picture|image)|(?:epa|ht) photo"
    r"|archiv(?:bild|foto)|symbol(?:bild|foto)"
    r"|(?:photo|image) d['’]archives?"
    r"|(?:foto|imagen) de archivo|архивное фото"
    r"|(?:file|archive|stock|handout|undated|illustrative|representative|representational)"
    r"(?: (?:photo|picture|image|video))?\s?[)\]:/,])[^()\[\]]{0,80}[)\]]?\.?$"
)
STRONG_TAIL = re.compile(
    rf"{_BRACKETED}"
    rf"|(?:^|[\s.|–—\"”)(-]){_PHOTO}{_BY}\s?[:：]\s?\(?\s?[^:.!?()]{{2,70}}\s?\){{0,2}}\.?$"
    rf"|[.!?\"”)]\s+{_PHOTO}\s(?:by|courtesy of|courtesy|via|von|par|de|di)\s[^.!?]{{2,60}}\.?$"
    rf"|(?:©|\(c\)\s)\s?[^.!?©]{{2,60}}$|[.!?\"”]\s(?:via\s)?(?:{AGENCIES}\s?[/,]\s?)?getty images\.?$"
    rf"|[.!?\"”]\s(?:courtesy|credit)s?(?: of)?\s?:?\s[^.!?]{{2,60}}\.?$",
    re.IGNORECASE,
)
STRONG_TAIL_WORDS = 12
# These say that the bracket speaks of a picture without being a credit.
NOT_A_CREDIT = re.compile(r"[(\[]\s?(?:see|siehe|voir|cf\.?|with|without|including|no)\b", re.IGNORECASE)
RIGHTS = re.compile(
    r"\b(?:rights|reserved|reservados|réservés|riservat[ai]|vorbehalten|copyright \d|права"
    r"|zastrzeżone|licencja)|©\s?\d{4}|版权所有",
    re.IGNORECASE,
)
# The end that a caption shares with the last paragraph of many an agency's story.
WEAK_TAIL = re.compile(
    rf"[(\[]\s?(?:[^()\[\]]{{0,30}}(?:[/,]|\svia\s)\s?)?{AGENCIES}(?:\s?[/,-]\s?[^()\[\]]{{1,40}})?\s?[)\]]\.?$"
    rf"|[.!?\"”\w]\s?[/|]\s?(?:via\s)?{AGENCIES}(?:\s?/\s?[^/]{{2,40}})?$"
    r"|(?-i:[A-Z][\w'’.-]+\s?/\s?(?:[A-Z]\w{1,12}\s)?Images)"
    r"(?:\s(?:europe|north america|south america|asiapac))?$"
    rf"|[.!?\"”]\s?(?:[–—-]\s?)?(?:[^\W\d_][\w .'-]{{2,30}}\s?[/|]\s?)?{AGENCIES}(?: files?)?"
    rf"(?:\s?[/|]\s?[^\W\d_][\w .'-]{{2,30}})?$|\w\s?/\s?{AGENCIES} via getty images$",
    re.IGNORECASE,
)

# "... 18.04.2031 | 0:21 min": what stands below a video.
VIDEO_TAIL = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4} ?\| ?\d{1,3}:\d\d ?min\.?$")

# An agency and the name of one of its photographers, as a story's own credit is not written.
PICTURED_BY = re.compile(
    rf"[(\[]\s?(?:{AGENCIES}\s?/\s?(?-i:[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){{1,3}})"
    rf"|(?-i:[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){{1,3}})\s?/\s?{AGENCIES})\s?[)\]]\.?$",
    re.IGNORECASE,
)

# What a picture's subject is doing in it, and what must follow: a place, a thing, a person.
_DOING = _any(
    """
rises?; rising; billows?; burns?; works?; inspects?; speaks?; walks?; stands?; sits?; carry; carries; digs?
search; searches; gathers?; looks?; waits?; waves?; gestures?; rides?; drives?; marches; patrols?; attends?
arrives?
holds?; shows?; poses?; prays?; plays?; cleans?; clears?; removes?; rests?; lies?; hugs?; shakes? hands; flies
walking; standing; sitting; carrying; digging; inspecting; gathering; holding; waiting; working
(?:is|are) (?:seen|pictured|shown)
"""
)
ACTION = re.compile(
    rf"\s{_DOING}\s(?:at|in|on|over|near|outside|inside|past|through|after|during|before|beside|next|along|around"
    r"|across|among|amid|behind|into|out|up|to|from|for|with|by|as|the|a|an|his|her|their|its|[a-z]+\s(?:at|in|on"
    r"|from|through|near|outside|to|of))\s"
)
# What a sentence has that tells or comments instead.
TOLD = re.compile(
    r"\b(?:said|says|told|has|have|had|was|were|will|would|could|should|may|might|must|did|does|do|not|been|because|but"
    r"|according|announced|reported|reports|warned|killed)\b|n['’]t\b"
)
# What tells of something done, or passes on what was said.
REPORTED = re.compile(r"\b(?:said|says|say|told|reported|announced|was|were|had|has|have|[a-z]{2,}ed)\b")

# What a sentence says that describes a picture.
_SCENE_WORDS = _any(
    r"""
(?:is|are|was|were) (?:seen|pictured); seen (?:here|in|on|at|from|after|during); pictured
in this (?:\w+ ){0,4}(?:photo|photograph|picture|image|screen ?grab|frame ?grab|still|file)
(?:file|handout|undated|stock|satellite|aerial) (?:photo|photograph|picture|image); photo taken; image taken
poses? (?:for|with|in|at); looks? on; walks? past; walk (?:along|through); smoke (?:rises|billows); gestures?
shakes? hands; speaks? (?:during|at|to|with); addresses; arrives? (?:at|for|in); attends?; waves? (?:to|at)
stands? (?:next|near|in|on|at|beside|guard|outside); sits? (?:in|on|at|next); holds? (?:up|a|his|her)
shows? (?:a|an|the|how|where); from left; left to right; (?:second|third) from (?:left|right)
(?:left|right|top|above|below|centre|center)[,:]
archivbild; archivfoto; symbolbild; symbolfoto; im bild; zu sehen; aufgenommen; photo d['’]archives?
image d['’]archives?; sur cette (?:photo|image); imagen de archivo; foto de archivo; en la (?:foto|imagen)
foto d['’]archivio; nella foto; foto de arquivo; na (?:foto|imagem); arkivfoto; arkivbild; op de foto
архивн\w{2,3} фото; на фото; на снимке; иллюстративное
"""
)
SCENE = re.compile(
    rf"\b{_SCENE_WORDS}"
    r"|\((?:l|r|c|left|right|center|centre|top|2nd [lr]|3rd [lr]|front|back|links|rechts|l\.|r\.|g\.|d\.)\)"
    r"|资料图|图为|写真は",
    re.IGNORECASE,
)

# Where in a picture somebody is, beside the name.
SIDE = re.compile(
    r"\w \((?:left|right|cent(?:er|re)|far (?:left|right)|pictured"
    r"|(?:second|third|2nd|3rd) from (?:left|right)"
    r"|links|rechts|mitte|à gauche|à droite|izquierda|derecha)\)",
    re.IGNORECASE,
)

# Labels and buttons round a picture.
_LABELS = _any(
    r"""
\d{1,2}\s?[x×:]\s?\d{1,2}\simage; w\d{2,4}
(?:image|photo|picture|bild|foto|slide|imagen|фото)\s\d{1,3}\s?(?:/|of|von|de|di|из)\s?\d{1,3}
\d{1,3}\s?(?:/|of)\s?\d{1,3}\s(?:photos?|images?|pictures?); (?:\d{1,3}\s)?(?:photos?|images?|bilder|fotos)
enlarge(?: this)?(?: image| photo)?; click to (?:enlarge|zoom)(?: image)?; tap to enlarge; zoom(?: in| out)?
view (?:gallery|slideshow|larger image|full size(?: image)?|image in fullscreen|photos?|image)
open (?:image|gallery|image in gallery|image modal|photo); (?:hide|show|toggle) caption; expand image
view \d{1,3} (?:images?|photos?|pictures?); open this (?:photo|image) in gallery:?
explore (?:charts?|maps?) ?>*; press enter or click to view image in full size
zeigt weitere informationen zum bild; この記事の画像を見る.{0,8}
full ?screen image; photo gallery; image gallery; picture gallery; photos? \(\d+\); see more (?:photos|images)
slideshow; start slideshow; bild vergrößern; bild anzeigen; bilder anzeigen; bildergalerie; zur bildergalerie
fotostrecke; galerie (?:öffnen|anzeigen); agrandir(?: l['’]image)?; voir la galerie; diaporama
ampliar(?: imagen| imagem| foto)?; ver galería; galería(?: de fotos| de imágenes)?; ingrandisci
guarda la gallery
vedi la gallery; fotogallery; ver galeria; vergroot; bekijk galerij; förstora; se bilder; vis bilder
увеличить
фотогалерея; galeri; büyüt; powiększ; 点击查看大图; 查看大图; 拡大; 画像を拡大; 사진 크게보기
(?:이미지|사진) ?(?:확대 ?보기|확대|크게 보기); helskärm; fullskjerm; vollbild; plein écran; pantalla completa
"""
)
IMAGE_LABEL = re.compile(rf"(?:[•‣·*-]\s)?{_LABELS}$", re.IGNORECASE)

# What a player or a picture can be told to do.
PICTURE_BUTTONS = key_set(
    """
close | expand | enlarge | zoom | play | autoplay | toggle caption | hide caption | show caption
view gallery | vergrößern | schließen
"""
)
# What stands in front of whose picture it is.
PICTURE_WORDS = key_set(
    "photo | photos | image | picture | foto | fotos | bild | crédit | credit | фото | kuva | zdjęcie"
)
# What stands at a picture and says nothing of it; a caption without a letter or digit has an empty key.
PICTURE_LABELS = (
    PICTURE_BUTTONS
    | key_set(
        """
image | images | photo | photos | photo credit | photo source | image credit | image source
picture credit | picture source | img source | image via | photo via | picture | video | caption
credit | source | powered by | copyright | getty | tags | share | resources | on x
foto | fotos | bild | bilder | bildunterschrift | quelle | légende | crédit | imagen
pie de foto | crédito | didascalia | imagem | legenda | фото | видео
"""
    )
    | {""}
)

# A line that says where a picture is from, if it stands at one: of a text it may say the same.
SOURCE_LINE = re.compile(
    _any(
        """
source; sources; quelle; quellen; fuente; fuentes; fonte; fonti; bron; bronnen; kilde; kilder; källa; källor
lähde; kaynak; źródło; zdroj; forrás; sumber; источник; джерело; 来源; 來源; 出典; 출처; المصدر
"""
    )
    + r"\s?[:：]\s?\S|(?:image|photo|picture|screenshot|graphic|chart)s?\s(?:from|via)\s",
    re.IGNORECASE,
)
SOURCE_LINE_WORDS = 12
