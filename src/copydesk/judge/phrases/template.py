"""What page code leaves behind: players, place holders, loading texts."""

from __future__ import annotations

from copydesk.judge.phrases.table import phrases

_RESIDUE = """
öffnet in einem neuen fenster; opens in a new window; opens in new window; opens in a new tab
article content; this advertisement has not loaded yet but your article continues below
loading; loading...; please wait; please wait...; now loading; loading comments; loading more
loading more stories; loading video
no media source currently available; media source currently unavailable
the code has been copied to your clipboard; the url has been copied to your clipboard; copied to clipboard
link has been copied to clipboard; the link has been copied to clipboard; link copied to clipboard
link copied; link copied!; embed; embed code; this video is not available; video unavailable
this video is unavailable; this content is not available; your browser does not support the video tag
your browser does not support the audio element; your browser does not support html5 video
your browser does not support iframes; your browser doesn't support html5 audio; javascript is disabled
please enable javascript; this page requires javascript; this slideshow requires javascript
this gallery requires javascript; javascript is required; javascript must be enabled
an error occurred; an error has occurred; something went wrong; playback error; error loading media
no compatible source was found for this media; video player is loading; this is a modal window
beginning of dialog window; end of dialog window; play video; play; pause; mute; unmute; stop; replay
fullscreen; full screen; current time; duration; remaining time; picture in picture; playback rate; chapters
subtitles; captions off; captions; audio track; quality; settings; seek to live currently behind live live
stream type live; autoplay; 0:00; 00:00; direct link; pop-out player; auto; lorem ipsum
lorem ipsum dolor sit amet
insert caption here; headline goes here; text goes here; story continues below; article continues below
story continues below gallery; story continues below video; story continues below photo
story continues below photos; story continues below image; story continues below map
story continues below poll; story continues after gallery; story continues after video
story continues after photo; article continues below video; article continues below gallery
article continues below photo; article continues after video
article continues after gallery; text wird unter dem bild fortgesetzt; lesen sie unter dem bild weiter
der artikel geht unter dem bild weiter; der artikel geht unter dem video weiter
tekst går videre under billedet
lees verder onder de foto; artikel gaat verder onder de foto; tekst gaat verder onder de foto
artikkelen fortsetter under bildet; artikeln fortsätter under bilden
story continues; article continues; text continues below; end of article; end of story; ends; page break
pagebreak; image placeholder; placeholder image; alt text; click to expand; click to play; tap to unmute
tap to play; scroll to continue; scroll down
wird geladen; player wird geladen; lädt; bitte warten; laden; lade daten
dieses video ist nicht verfügbar; video abspielen; chargement; chargement en cours; veuillez patienter
lire la vidéo; cargando; cargando...; espere por favor; caricamento; caricamento in corso; attendere prego
carregando; a carregar; laddar; laster; indlæser; bezig met laden; загрузка; загружается; идет загрузка
подождите; завантаження; no media source; код скопирован в буфер обмена; yükleniyor; lütfen bekleyin
ładowanie; جاري التحميل; يتم التحميل; 加载中; 正在加载; 载入中; 読み込み中; 로딩 중
"""

RESIDUE = frozenset(phrases(_RESIDUE))
