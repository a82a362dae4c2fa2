"""Places that datelines name: countries, capitals, and the cities agencies report from."""

from __future__ import annotations

import re

from copydesk.extract.authors.agencies import is_agency, is_outlet
from copydesk.extract.tables import word_set
from copydesk.text import key

_COUNTRIES = """
Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahamas
Bahrain Bangladesh Barbados Belarus
Belgium Belize Benin Bhutan Bolivia Bosnia Botswana Brazil Britain Brunei Bulgaria Burundi Cambodia
Cameroon Canada Chad Chile China
Colombia Comoros Congo Croatia Cuba Cyprus Denmark Djibouti Dominica Ecuador Egypt England Eritrea
Estonia Eswatini Ethiopia Fiji Finland
France Gabon Gambia Georgia Germany Ghana Greece Greenland Grenada Guatemala Guinea Guyana Haiti
Honduras Hungary Iceland India Indonesia
Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kiribati Kosovo Kuwait Kyrgyzstan
Laos Latvia Lebanon Lesotho
Liberia Libya Liechtenstein Lithuania Luxembourg Macedonia Madagascar Malawi Malaysia Maldives Mali
Malta Mauritania Mauritius Mexico
Micronesia Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nauru Nepal Netherlands
Nicaragua Niger Nigeria Norway
Oman Pakistan Palau Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia
Rwanda Samoa Scotland Senegal Serbia
Seychelles Singapore Slovakia Slovenia Somalia Spain Sudan Suriname Sweden Switzerland Syria Taiwan
Tajikistan Tanzania Thailand Togo
Tonga Tunisia Turkey Turkmenistan Tuvalu Uganda Ukraine Uruguay Uzbekistan Vanuatu Venezuela Vietnam
Wales Yemen Zambia Zimbabwe
"""

_CITIES = """
Aachen Aarhus Abidjan Abuja Accra Adana Aden Agra Ahmedabad Aleppo Alexandria Algiers Allahabad Almaty
Amman Amritsar Amsterdam Ankara Antakya
Antananarivo Antwerp Ashgabat Asmara Astana Asunción Athens Atlanta Auckland Austin Baghdad Baku Bamako
Bangalore Bengaluru Bangkok Bangui Banjul
Barcelona Basel Basra Beijing Beirut Belfast Belgrade Belmopan Benghazi Berlin Bern Bhopal Bhubaneswar
Birmingham Bishkek Bissau Bogotá Bogota Bonn
Boston Brasília Brasilia Bratislava Bremen Brisbane Bristol Brussels Bucharest Budapest Bujumbura Busan
Cairo Calgary Canberra Caracas Cardiff
Casablanca Chandigarh Chennai Chicago Chisinau Cleveland Cologne Colombo Conakry Copenhagen Dakar Dallas
Damascus Daraa Dehradun Delhi Denver
Detroit Dhaka Diyarbakir Doha Donetsk Dortmund Dresden Dubai Dublin Durban Dushanbe Düsseldorf Edinburgh
Erbil Frankfurt Freetown Fukuoka Gaborone
Gaza Gaziantep Geneva Glasgow Guangzhou Guwahati Hama Hamburg Hanoi Hannover Harare Harbin Havana
Helsinki Herat Hiroshima Homs Honolulu Houston
Hyderabad Idlib Indore Islamabad Istanbul Izmir Jaipur Jakarta Jammu Jeddah Jerusalem Johannesburg Juba
Kabul Kampala Kandahar Karachi Kathmandu
Kazan Khartoum Kiev Kyiv Kigali Kingston Kinshasa Kirkuk Kobani Kochi Kolkata Kunduz Lagos Lahore
Latakia Leipzig Libreville Lille Lima Lisbon
Liverpool Ljubljana Lomé Lome London Luanda Lucknow Lusaka Lviv Lyon Madrid Malé Managua Manama Manbij
Manchester Manila Maputo Mariupol Marseille
Maseru Mbabane Mecca Medina Melbourne Miami Milan Minneapolis Minsk Mogadishu Monrovia Montevideo
Montreal Moroni Moscow Mosul Mumbai Munich Muscat
Mykolaiv Nagpur Nairobi Naples Nassau Niamey Nicosia Nouakchott Nuremberg Odessa Odesa Oslo Ottawa
Ouagadougou Palmyra Panaji Paris Patna Perth
Peshawar Philadelphia Phoenix Podgorica Prague Praia Pretoria Pristina Pune Pyongyang Quetta Quito Rabat
Raipur Ramallah Ranchi Raqqa Rawalpindi
Reyhanli Reykjavik Riga Riyadh Rome Rostov Rotterdam Sanaa Sana'a Santiago Sarajevo Seattle Seoul
Sevastopol Shanghai Shenzhen Shillong Shimla Simferopol
Skopje Sochi Sofia Southampton Srinagar Stockholm Strasbourg Stuttgart Surat Suruc Suva Sydney Taipei
Tallinn Tartus Tashkent Tbilisi Tegucigalpa
Tehran Thimphu Thiruvananthapuram Tirana Tokyo Toronto Tripoli Tunis Turin Ulaanbaatar Ufa Vaduz
Valencia Valletta Vancouver Varanasi Venice Vienna
Vientiane Vijayawada Vilnius Visakhapatnam Vladivostok Warsaw Washington Wellington Windhoek Wuhan
Yangon Yaoundé Yaounde Yerevan Zagreb Zaporizhzhia
Zürich Zurich Wien Köln München Genève Bruxelles Roma Milano Москва Киев Лондон Вашингтон Париж
"""

# Those that stand without their state in American papers.
_AMERICAN = "Baltimore Cincinnati Indianapolis Milwaukee Pittsburgh"

# As other languages call them, and cities that their papers report from.
_ELSEWHERE = """
Alger Algier Bagdad Belgrad Beyrouth Bucarest Copenhague Damas Damaskus Eriwan Florenz Havanna Kaboul Kapstadt
Neapel Singapur Straßburg Teheran Téhéran Tiflis Tripolis Venedig
Athen Atene Atenas Athènes Atina Bruselas Bruksela Brüksel Brüssel Brussel Bruxelas Bryssel Berlín Berlino
Berlijn Bukarest Genf Genebra Ginebra Ginevra Jeruzalem Jérusalem Jerusalén Gerusalemme Kairo Kiew Kijów
Kopenhagen København Köpenhamn Lissabon Lisboa Lisbonne Lisbona Londen Londra Londres Londyn Mailand Moscou
Moscú Mosca Moskau Moskou Moskova Moskva Moskwa Parigi Parijs París Paryż Pechino Pekin Pékin Pekín Peking
Pequim Prag Praga Praha Stoccolma Tokio Tóquio Varsovia Varsovie Varsavia Warschau Warszawa Viena Vienne
Washington Bern Berne Luzern Lausanne Linz Graz Innsbruck Salzburg Chemnitz Dresden Erfurt Jena
Kaiserslautern Karlsruhe Kassel Kiel Koblenz Leipzig Lübeck Magdeburg Mannheim Mainz Nürnberg Osnabrück
Potsdam Regensburg Rostock Saarbrücken Schwerin Stuttgart Wiesbaden Wolfsburg Wuppertal Würzburg Zwickau
Bordeaux Grenoble Lille Marseille Montpellier Nantes Rennes Toulouse Bilbao Málaga Murcia Sevilla Zaragoza
Bari Bologna Cagliari Catania Firenze Genova Napoli Palermo Torino Trieste Venezia Verona Amsterdam Eindhoven
Groningen Utrecht Antwerpen Bergen Trondheim Göteborg Malmö Uppsala Helsinki Aarhus Odense Aalborg
Gdańsk Kraków Łódź Poznań Wrocław Brno Ostrava Bratislava Budapest Bursa İstanbul İzmir Antalya Diyarbakır
Curitiba Fortaleza Recife Monterrey Guadalajara Córdoba Valparaíso Санкт-Петербург Минск Берлин
"""

_WITH_SPACES = (
    "Abu Dhabi, Addis Ababa, Al-Hasakah, Andhra Pradesh, Antigua and Barbuda, Arunachal Pradesh, "
    "Bandar Seri Begawan, Bosnia and Herzegovina, "
    "Buenos Aires, Burkina Faso, Cape Town, Cape Verde, Cape Canaveral, Central African Republic, "
    "Cox's Bazar, Costa Rica, Czech Republic, "
    "Deir al-Zor, Deir Ezzor, Democratic Republic of Congo, Des Moines, Dominican Republic, East Timor, "
    "El Salvador, "
    "Equatorial Guinea, Gaza City, Gaza Strip, Guatemala City, Himachal Pradesh, Ho Chi Minh City, "
    "Hong Kong, Ivory Coast, Kansas City, "
    "Kuala Lumpur, Kuwait City, La Paz, Las Vegas, Los Angeles, Madhya Pradesh, Mexico City, New Delhi, "
    "New Jersey, "
    "New Orleans, New York, New Zealand, North Korea, Northern Ireland, Occupied Jerusalem, Panama City, "
    "Papua New Guinea, Phnom Penh, "
    "Port-au-Prince, Port Louis, Port Moresby, Port of Spain, Porto Alegre, Puerto Rico, Quezon City, "
    "Rio de Janeiro, "
    "Saint Petersburg, St Petersburg, St. Petersburg, Salt Lake City, San Diego, San Francisco, "
    "San Jose, San José, San Juan, San Salvador, "
    "Santa Cruz, Santo Domingo, Sao Paulo, São Paulo, Saudi Arabia, Sharm el-Sheikh, Sierra Leone, "
    "South Africa, "
    "South Korea, South Sudan, Sri Lanka, Tamil Nadu, Tel Aviv, The Hague, United Arab Emirates, UAE, "
    "United Kingdom, UK, United Nations, "
    "United States, US, USA, Uttar Pradesh, Vatican City, Washington DC, Washington D.C., West Bank, "
    "West Bengal, West Palm Beach, "
    "Assam, Bihar, Goa, Gujarat, Haryana, Jharkhand, Karnataka, Kerala, Kashmir, Maharashtra, Manipur, "
    "Odisha, Punjab, Rajasthan, "
    "Telangana, Tripura, Uttarakhand, California, Texas, Florida, Beirut Lebanon, Den Haag, "
    "Nueva York, El Cairo, Le Caire, Il Cairo, Tel Aviv-Jaffa, Frankfurt am Main, Neu-Delhi, "
    "Sankt Gallen, St. Gallen, Oklahoma City, St. Louis, San Antonio, Ciudad de México, La Habana, "
    "Mexiko-Stadt"
)


def _keys() -> frozenset[str]:
    single = f"{_COUNTRIES} {_CITIES} {_AMERICAN} {_ELSEWHERE}".split()
    return frozenset(key(name) for name in (*single, *_WITH_SPACES.split(", ")))


PLACE_KEYS = _keys()
_CITY_KEYS = frozenset(key(name) for name in f"{_CITIES} {_AMERICAN} {_ELSEWHERE}".split())
# The most words of a place's name in the table.
MOST_WORDS = 4
_PART = re.compile(r"\s*[,/]\s*")
# What is in small letters in the names of places: "Frankfurt am Main", "Sharm el-Sheikh".
_SMALL = word_set(
    "am an al and auf bei da das de del den der des di do du el en et im la las le les los of ob the y zu"
)


def is_place(text: str) -> bool:
    """Whether a text is a place or several set off by commas, the first of them known.

    >>> is_place("Beirut, Lebanon"), is_place("NEW DELHI"), is_place("Key points")
    (True, True, False)
    >>> is_place("Duqm, oman"), is_place("oman")
    (True, False)
    """
    parts = _PART.split(text.strip())
    if not 1 <= len(parts) <= 4 or not parts[0][:1].isupper() or any(len(p.split()) > 4 for p in parts):
        return False
    # "Duqm, oman": a site may write what it knows as a code in small letters.
    if not all(p[:1].isupper() or key(p) in PLACE_KEYS for p in parts):
        return False
    known = [key(p) in PLACE_KEYS for p in parts]
    return known[0] or (len(parts) > 1 and known[-1] and _may_be_in(parts[0], parts[-1]))


def _may_be_in(part: str, place: str) -> bool:
    """Whether an unknown place can be in a known one: in a city it has one word, two are who writes there.

    >>> _may_be_in("Key Largo", "Florida"), _may_be_in("Mitte", "Berlin"), _may_be_in("Jane Doe", "Madrid")
    (True, True, False)
    """
    words = part.split()
    if _has_outlet(part) or not all(word[:1].isupper() or word in _SMALL for word in words):
        return False
    return len(words) == 1 or key(place) not in _CITY_KEYS


def _has_outlet(part: str) -> bool:
    """Whether an unknown place is rather an outlet, with or without a place behind it."""
    return is_outlet(part) or is_agency(part.split(maxsplit=1)[0])
