"""What pages print to be moved about in: jump links, labels, menus, pagers, trails."""

from __future__ import annotations

from copydesk.judge.phrases.table import phrases

# Links that jump over the menus; read out by screen readers, copied along by people.
_ACCESSIBILITY = """
accessibility links; accessibility; skip to content; skip to main content; skip to the content
skip to article; skip to navigation; skip to main navigation; skip to search; skip to footer
skip navigation; skip links; skip ad; jump to content; jump to navigation; jump to main content
go to content; accessibility statement; accessibility help; accessibility links:; keyboard shortcuts
back to top; to top; top of page; return to top
zum inhalt; zum hauptinhalt; zum inhalt springen; zum hauptinhalt springen; direkt zum inhalt
zur navigation springen
zur hauptnavigation; nach oben; zum seitenanfang; barrierefreiheit; sprungmarken
aller au contenu; aller au contenu principal; aller au menu; passer au contenu; liens d'accessibilité
accessibilité; retour en haut; haut de page
saltar al contenido; ir al contenido; ir al contenido principal; pasar al contenido principal
enlaces de accesibilidad; accesibilidad; volver arriba; volver a arriba; subir arriba; ir arriba; subir
vai al contenuto; vai al contenuto principale; salta al contenuto; link di accessibilità; torna su
ir para o conteúdo; ir para o conteúdo principal; pular para o conteúdo; saltar para o conteúdo
links de acessibilidade; acessibilidade; voltar ao topo
naar de inhoud; ga naar inhoud; direct naar inhoud; naar boven; toegankelijkheid
本文へ移動; 本文へスキップ; 本文へ; メインメニューをとばして このページの本文エリアへ; 본문 바로가기
hlavní obsah; přejít k obsahu; přejít na obsah
zum inhalt springen zum seitenfuß springen; skip to contentskip to site index; scroll to top
scroll to top sidebar
hoppa till innehåll; hoppa till huvudinnehåll; till toppen; hopp til innhold; gå til hovedinnhold
til toppen; gå til indhold; spring til indhold; siirry sisältöön
przejdź do treści; przejdź do głównej treści; do góry; přejít k obsahu; ugrás a tartalomra
перейти к содержанию; перейти к основному содержанию; ссылки для упрощенного доступа
вернуться к основному содержанию; вернутся к главной навигации; вернутся к поиску; наверх; перейти до вмісту
доступність посилання
içeriğe geç; ana içeriğe geç; erişilebilirlik; yukarı çık; sayfa başı
跳转到内容; 跳到主要内容; 无障碍; 返回顶部; 回到顶部; 本文へスキップ; 本文へ; ページトップ; 본문 바로가기
تخطى إلى المحتوى; انتقل إلى المحتوى; روابط ذات صلة بالدخول; العودة إلى الأعلى; لینک‌های قابل دسترسی
"""

# Labels of a kind of page, alone on a line.
_LABELS = """
breaking news; breaking; live; live updates; live blog; live now; just in; latest; latest news
developing story; developing; news alert; top news; top story; top stories; headlines; today's headlines
exclusive; watch live; on air; now playing; up next; coming up; featured; trending; trending now; hot topics
hot stories; in the news; sponsored; special report; premium; subscriber only; subscribers only
members only; free to read; long read; audio; video; videos; gallery; photos; podcast; podcasts; listen
watch
eilmeldung; eil; live; liveticker; aktuell; exklusiv; schlagzeilen; top-themen; topthemen; bilder
fotostrecke
alerte info; en direct; direct; dernière minute; dernière heure; à la une; exclusif; les plus lus; vidéo
vidéos
última hora; urgente; en vivo; en directo; lo último; portada; exclusiva; destacados; vídeo
ultim'ora; ultima ora; in diretta; diretta; esclusiva; in evidenza; ultime notizie; ao vivo
últimas notícias
laatste nieuws; net binnen; direkt; senaste nytt; senaste; just nu; siste nytt; siste; seneste nyt; direkte
срочно; молния; срочная новость; последние новости; главное; главные новости; эксклюзив; прямой эфир; видео
фото
son dakika; canlı; canlı yayın; manşetler; özel; z ostatniej chwili; pilne; na żywo; термінові новини
терміново
عاجل; خبر عاجل; مباشر; أخبار عاجلة; آخر الأخبار; خبر فوری
突发; 突发新闻; 最新; 最新消息; 直播; 独家; 速報; 속보
"""

# Buttons and links of a page's frame, alone on a line.
_FRAME = """
live tv; home; homepage; home page; front page; menu; main menu; open menu; close menu; more menu; navigation
main navigation; search; search for; search site;
main content; hauptinhalt; článek; haberler; flecha; continue reading the main story
 all articles; all posts; all stories; all news; back to blog; back to the blog; back to all articles
alle artikel; zurück zum blog; tous les articles; open search; close search; site search; site index
sitemap; site map; sections; all sections; my account; account; profile; sign in; log in; login; sign out
log out; register; sign up; contact; contact us; about; about us; who we are; help; faq; careers; jobs
archive; archives; rss; print; print this page; print this article; print this story; print article
print page; print edition; e-paper; epaper; today's paper; close; cancel; back; go back; next; previous
prev; next page; previous page; next article; previous article; next story; previous story; next post
previous post; next; older posts; newer posts; read next; page 1; page 2; see all; view all; show all
show more; load more; see more; more; all news; view more; more news; tags; topics; tag; categories
category; related topics; related tags; filed under; topics in this article; in this article
table of contents; contents; on this page; edition; editions; language; languages; english; us edition
international edition; choose edition; weather; horoscope; crossword; puzzles; games; tv guide
toggle navigation; toggle menu; expand; collapse; text size; font size; a a a; aa; terms; terms of use
privacy; privacy policy; cookie policy; terms and conditions; advertise; advertise with us
do not sell my personal information
startseite; suche; suchen; anmelden; abmelden; registrieren; kontakt; impressum; datenschutz; agb; über uns
drucken; schließen; zurück; weiter; vorheriger artikel; nächster artikel; nächste seite; mehr; alle anzeigen
mehr anzeigen; schlagworte; themen; stichwörter; inhaltsverzeichnis; menü; hauptmenü; wetter; mediadaten
nutzungsbedingungen
accueil; rechercher; recherche; se connecter; connexion; s'inscrire; contactez-nous; mentions légales
imprimer; fermer; retour; suivant; précédent; article suivant; article précédent; voir plus; voir tout; plus
mots-clés; thèmes; sommaire; plan du site; qui sommes-nous; sur le même sujet; météo
inicio; buscar; búsqueda; iniciar sesión; regístrate; contacto; aviso legal; imprimir; cerrar; volver
siguiente; anterior; ver más; ver todo; más; etiquetas; temas; mapa del sitio; quiénes somos; menú
archivado en
cerca; accedi; registrati; contatti; stampa; chiudi; indietro; avanti; successivo; precedente; altro
vedi tutti; argomenti; chi siamo; início; entrar; cadastre-se; contato; contactos; fechar; próximo; ver mais
assuntos; quem somos
zoeken; inloggen; registreren; afdrukken; sluiten; vorige; volgende; meer; onderwerpen; over ons; sök
logga in; kontakta oss; skriv ut; stäng; nästa; föregående; mer; ämnen; om oss; hem; hjem; søk; søg
logg inn; log ind; lukk; luk; neste; næste; forrige; emner; mere; forside; forsiden
главная; главная страница; поиск; войти; вход; регистрация; контакты; о нас; печать; распечатать; закрыть
назад; далее; вперед; следующая; предыдущая; еще; ещё; показать еще; смотреть все; теги; темы; меню; рубрики
все новости; головна; пошук; увійти; контакти; про нас; друк; далі; ще; теми
anasayfa; ana sayfa; ara; arama; giriş; giriş yap; üye ol; iletişim; hakkımızda; künye; yazdır; kapat; geri
ileri; sonraki; önceki; daha fazla; tümünü gör; etiketler; konular; szukaj; zaloguj; drukuj; następny
poprzedni; więcej; tagi
الرئيسية; بحث; تسجيل الدخول; اتصل بنا; من نحن; طباعة; إغلاق; التالي; السابق; المزيد; القائمة; خانه; جستجو
چاپ; 首页; 主页; 搜索; 登录; 登陆; 注册; 联系我们; 关于我们; 打印; 关闭; 上一页; 下一页; 上一篇
下一篇; 更多; 标签; 目录; ホーム; 検索; ログイン; 前へ; 次へ; 印刷
閉じる; 홈; 검색; 로그인
"""

# Where a trail of steps begins.
_HOME = """
home; homepage; home page; news; start; startseite; accueil; inicio; início; pagina iniziale; главная
головна; anasayfa; hem; hjem; forside; strona główna; الرئيسية; 首页; ホーム
"""

# Frame even inside a story, where a single word may be a subhead.
_SURE = """
print; tags; login; register; rss; homepage; sitemap; epaper; drucken; imprimer; imprimir; stampa; печать
теги; 打印; home; hauptinhalt; článek; etiketler; haberler; flecha
"""

ACCESSIBILITY = frozenset(phrases(_ACCESSIBILITY))
LABELS = frozenset(phrases(_LABELS))
FRAME = frozenset(phrases(_FRAME))
HOME = frozenset(phrases(_HOME))
SURE_FRAME = frozenset(phrases(_SURE))
