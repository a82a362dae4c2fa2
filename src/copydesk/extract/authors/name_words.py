"""Words round names: what stands before them, roles, and what is printed with capitals and is no name."""

from __future__ import annotations

from copydesk.extract.tables import key_set, word_set

BY = (
    r"(?:by|written by|(?:written and reported|reported and written) by"
    r"|words by|posted by|published by|reported by|authored by|author|authors|story by|report by|"
    r"(?:contributors?|words)(?=:)|"
    r"von|text von|autor|autorin|autoren|par|propos recueillis par|auteur|por|escrito por|autora|autores|"
    r"verfasst von|geschrieben von|écrit par|skriven av|napisane przez|"
    r"di|a cura di|scritto da|autore|door|geschreven door|av|skrevet av|skrivet av|af|skrevet af|przez|"
    r"автор|авторы|текст|yazan|haber|oleh|penulis|bởi|tác giả|бy|بقلم|كتب|文|作者|記者|记者)"
)
ROLES = word_set(
    """
inviata inviato corrispondente
reporter reporters correspondent correspondents editor editors writer writers columnist columnists
journalist
journalists producer contributor contributors photographer director analyst critic intern presenter
anchor
freelance freelancer staff senior chief deputy associate assistant managing executive foreign political
health
science business sports education defence defense diplomatic crime technology environment investigative
special national international digital news features opinion bureau multimedia video photo online head
team
redakteur redakteurin redaktion reporterin korrespondent korrespondentin journalistin volontär
volontärin autor
autorin chefredakteur ressortleiter freier freie chefreporter chefreporterin
journaliste correspondant correspondante rédacteur rédactrice envoyé envoyée grand spécial spéciale
periodista redactor redactora corresponsal enviado especial jefe colaborador colaboradora
giornalista inviato corrispondente redattore redazione
repórter jornalista correspondente editora
verslaggever correspondente redacteur journalistes
journalist politisk reporterar muhabir muhabiri yazar editör editörü корреспондент обозреватель редактор
журналист
"""
)
# Words of labels and headings, which are printed with capitals, as names are.
LABELS = word_set(
    """
about advertisement also analysis article breaking hide meet sidebar show
click comments contact cookie copyright did didn't
download email explained
facts featured follow gallery get highlights home how in key latest learn live long main menu more most
sharing button buttons
newsletter next no not
now on our photo photos picks podcast points policy popular posts previous print privacy quick read
recommended related joined
save search see share short sign stories story subscribe summary table takeaways terms the this tips to
top topics
trending update updates facebook twitter linkedin pinterest reddit whatsapp telegram flipboard
filter filters beta
copy checked verified reviewed reviewer reviewers expert experts guides trial
video videos view watch what when where why with your
aktuelles alle artikel mehr meistgelesen teilen themen weitere article articles lire partager sur tous
leer más todo
"""
)
# A value that names nobody.
NOBODY = key_set(
    """
admin | administrator | webmaster | root | user | guest | unknown | none | null | undefined | author | n/a
na | anonymous author | wordpress | wp admin | default | test | [object object] | www | true | false | by
von | staff | editor | view all posts | all posts | posts | posted by | details | read more | anonymous
guest | guest author | guest post | sponsored | sponsored content
"""
) | {""}
# What somebody is, as the last word of it or the first: "Home and Digital Security Expert", "CEO of Gazette".
OFFICES = word_set(
    """
writer writers editor editors reporter reporters correspondent correspondents columnist journalist
producer contributor photographer director analyst critic expert specialist consultant coordinator
manager officer founder co-founder cofounder ceo cfo cto strategist engineer developer designer
researcher blogger dietitian nutritionist therapist economist professor lecturer attorney historian
president editor-in-chief gardener educator horticulturist horticulturalist astrologer
redakteur redakteurin korrespondent korrespondentin journalistin chefredakteur experte expertin
journaliste rédacteur rédactrice correspondant correspondante periodista redactor redactora
corresponsal giornalista inviato corrispondente verslaggever correspondente
"""
)
# Who signs for a newsroom in one word; other words for what people are say so only in company.
ROOMS = word_set(
    """
staff newsroom newsdesk redaktion redaktionen redaksjonen redactie redazione rédaction redacción redação
redacao redakcja redakce redakcia toimitus редакция редакція yazıişleri
"""
)
# What an organisation is called, and no person.
ORGANISATIONS = word_set(
    """
university universität université universidad università universiteit college institute institut
instituto school academy association foundation forum council committee department ministry hospital
clinic center centre laboratory society corporation company inc ltd llc gmbh software solutions systems
technologies computing marketing
"""
)
# Degrees that stand behind a name without a comma.
DEGREES = word_set("MD PhD RD RDN RN DVM DDS JD MBA MPH MSc BSc CFP CFA CPA CPP PSP CISSP Esq FACLM")
# Buttons that stand behind a name in its line.
ACTIONS = word_set("view follow subscribe")
# What journalists write of, in front of an office: some are family names too.
BEATS = word_set(
    """
parliamentary royal lifestyle city court showbiz money consumer economics culture arts transport climate
energy data social security entertainment football travel food media legal home content audience community
"""
)
# Who signs for a newsroom, as the last word of it.
CREWS = word_set("team staff desk newsdesk editors contributors writers reporters redaktion")
