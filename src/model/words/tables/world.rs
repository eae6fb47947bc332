//! Cities, countries and states in scripts with capitals.

/// Cities that may be alone, by their English and their own names.
pub(in crate::model::words) const CITIES: &str = "
    newyork newyorkcity nyc losangeles chicago houston phoenix philadelphia sanantonio sandiego
    dallas sanjose austin jacksonville fortworth columbus charlotte indianapolis sanfrancisco
    seattle denver boston elpaso detroit nashville portland oklahomacity lasvegas memphis louisville
    baltimore milwaukee albuquerque tucson fresno sacramento mesa kansascity atlanta omaha
    coloradosprings raleigh miami oakland minneapolis tulsa tampa arlington neworleans wichita
    cleveland bakersfield honolulu anaheim santaana irvine newark orlando pittsburgh cincinnati
    stlouis saintlouis jerseycity plano durham saltlakecity boulder annarbor madison cambridge
    paloalto mountainview menlopark cupertino sunnyvale redmond bellevue santaclara santamonica
    berkeley redwoodcity sanmateo fremont bayarea siliconvalley washingtondc washington,dc brooklyn
    manhattan philly santabarbara provo lehi princeton newhaven ithaca sanfranciscobayarea
    greaternewyork greaterboston
    toronto vancouver montreal ottawa calgary edmonton quebec quebeccity winnipeg waterloo
    mississauga halifax hamilton kitchener
    mexicocity ciudaddemexico cdmx guadalajara monterrey bogota medellin cali lima quito guayaquil
    caracas buenosaires cordoba rosario mendoza santiago santiagodechile valparaiso montevideo
    asuncion lapaz saopaulo riodejaneiro brasilia salvador fortaleza belohorizonte curitiba recife
    portoalegre campinas florianopolis manaus goiania belem vitoria santos joinville ciudaddepanama
    panamacity
    london manchester birmingham leeds glasgow edinburgh bristol liverpool sheffield cardiff belfast
    newcastle nottingham oxford brighton southampton leicester aberdeen dublin cork galway
    berlin hamburg munich munchen koln cologne frankfurt frankfurtammain stuttgart dusseldorf
    leipzig dortmund essen bremen dresden hannover hanover nurnberg nuremberg duisburg bochum
    wuppertal bielefeld bonn munster karlsruhe mannheim augsburg wiesbaden aachen freiburg mainz
    kiel heidelberg darmstadt potsdam ulm wurzburg regensburg jena erfurt rostock kassel magdeburg
    gottingen ingolstadt tubingen konstanz wien vienna graz linz salzburg innsbruck zurich genf
    geneva geneve basel bern lausanne luzern winterthur stgallen zug lugano
    paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims
    toulon grenoble dijon angers nimes clermontferrand lemans aixenprovence brest tours amiens
    limoges metz rouen caen nancy orleans larochelle sophiaantipolis iledefrance brussels bruxelles
    brussel antwerp antwerpen ghent gent liege leuven luxembourg
    madrid barcelona valencia sevilla seville zaragoza malaga murcia palma bilbao alicante
    valladolid vigo gijon granada acoruna oviedo santander pamplona salamanca sansebastian cadiz
    tarragona girona lisbon lisboa porto braga coimbra aveiro faro setubal funchal
    rome roma milan milano naples napoli turin torino palermo genoa genova bologna florence firenze
    bari catania venice venezia verona padova padua trieste brescia parma modena pisa perugia
    cagliari trento bergamo reggioemilia bolzano
    warsaw warszawa krakow cracow lodz wroclaw poznan gdansk szczecin lublin katowice bialystok
    gdynia rzeszow torun gliwice prague praha brno bratislava budapest bucharest bucuresti
    clujnapoca sofia belgrade zagreb ljubljana athens thessaloniki vilnius riga tallinn kyiv kiev
    lviv kharkiv odesa minsk moscow saintpetersburg stpetersburg tbilisi yerevan baku almaty astana
    tashkent
    москва санктпетербург спб петербург новосибирск екатеринбург казань нижнииновгород челябинск
    самара омск ростовнадону уфа красноярск воронеж пермь волгоград краснодар саратов тюмень
    тольятти ижевск барнаул иркутск хабаровск ярославль владивосток томск иннополис калининград сочи
    киев киів львов львів харьков харків одесса одеса днепр минск брест гомель алматы астана ташкент
    тбилиси ереван баку белград рига таллин вильнюс берлин лондон москваиобласть московскаяобласть
    тула рязань пенза липецк киров чебоксары калуга тверь иваново ульяновск оренбург
    amsterdam rotterdam thehague denhaag utrecht eindhoven groningen delft leiden nijmegen
    maastricht haarlem arnhem tilburg stockholm gothenburg goteborg malmo uppsala lund linkoping
    vasteras orebro umea oslo bergen trondheim copenhagen kobenhavn aarhus odense helsinki espoo
    tampere turku oulu reykjavik
    istanbul ankara izmir bursa antalya eskisehir kocaeli gaziantep konya adana
    hanoi hochiminhcity hochiminh tphochiminh tphcm hcmc saigon danang haiphong cantho hue jakarta
    bandung surabaya yogyakarta semarang denpasar bali medan bogor depok bekasi tangerang malang
    jakartaselatan kualalumpur penang manila makati cebu quezoncity bangkok chiangmai singapore
    phnompenh yangon
    tokyo osaka kyoto nagoya fukuoka yokohama sapporo kobe sendai hiroshima seoul busan incheon
    daejeon daegu pangyo taipei kaohsiung hsinchu taichung tainan hongkong kowloon macau beijing
    shanghai shenzhen hangzhou guangzhou nanjing chengdu wuhan suzhou xian tianjin chongqing xiamen
    qingdao dalian ningbo hefei changsha zhengzhou jinan shenyang harbin kunming fuzhou wuxi
    dongguan zhuhai guiyang nanning taiyuan
    mumbai delhi newdelhi bangalore bengaluru hyderabad chennai pune kolkata ahmedabad gurgaon
    gurugram noida jaipur kochi chandigarh indore coimbatore lahore karachi islamabad dhaka colombo
    kathmandu dubai abudhabi doha riyadh jeddah kuwaitcity muscat beirut amman telaviv jerusalem
    haifa cairo alexandria casablanca rabat tunis algiers lagos abuja nairobi accra addisababa
    kampala johannesburg capetown durban pretoria tehran
    sydney melbourne brisbane perth adelaide canberra goldcoast hobart auckland wellington
    christchurch";

/// Countries, states and regions, by their English and their neighbours' names.
pub(in crate::model::words) const COUNTRIES: &str = "
    usa us unitedstates unitedstatesofamerica america uk unitedkingdom greatbritain england scotland
    wales northernireland ireland canada mexico brazil argentina chile colombia peru ecuador
    venezuela uruguay paraguay bolivia costarica panama guatemala cuba dominicanrepublic puertorico
    china prchina mainlandchina japan korea southkorea taiwan hongkong macau singapore malaysia
    indonesia thailand vietnam philippines india pakistan bangladesh srilanka nepal cambodia myanmar
    germany france italy spain portugal netherlands thenetherlands belgium luxembourg switzerland
    austria poland czechrepublic czechia slovakia hungary romania bulgaria serbia croatia slovenia
    greece cyprus malta sweden norway denmark finland iceland estonia latvia lithuania ukraine
    belarus russia turkey turkiye georgia armenia azerbaijan kazakhstan uzbekistan israel uae
    unitedarabemirates saudiarabia qatar kuwait egypt morocco tunisia algeria nigeria kenya ghana
    ethiopia southafrica australia newzealand iran jordan lebanon europe eu emea apac latam
    deutschland frankreich osterreich schweiz italien spanien niederlande polen grossbritannien
    vereinigteskonigreich schweden danemark norwegen tschechien turkei luxemburg ungarn griechenland
    allemagne suisse belgique royaumeuni espagne italie etatsunis paysbas autriche pologne maroc
    tunisie algerie senegal cotedivoire cameroun suede irlande chine japon
    espana estadosunidos eeuu reinounido alemania francia italia suiza paisesbajos
    republicadominicana irlanda belgica suecia holanda
    brasil inglaterra alemanha franca espanha suica japao mocambique angola
    germania spagna svizzera regnounito inghilterra statiuniti paesibassi olanda belgio
    polska niemcy francja wielkabrytania hiszpania wlochy szwajcaria czechy holandia irlandia
    szwecja norwegia
    россия рф украина украіна беларусь белоруссия казахстан узбекистан грузия армения азербаиджан
    киргизия германия польша сербия испания италия франция великобритания сша израиль турция
    черногория латвия литва эстония финляндия таиланд нидерланды кипр
    nederland belgie duitsland frankrijk zwitserland spanje verenigdkoninkrijk sverige norge danmark
    tyskland suomi storbritannien almanya hollanda ingiltere fransa nhatban hanquoc trungquoc my
    jepang koreaselatan belanda
    california texas florida newyork pennsylvania illinois ohio northcarolina michigan newjersey
    virginia washington arizona massachusetts tennessee indiana maryland missouri wisconsin colorado
    minnesota southcarolina alabama louisiana kentucky oregon oklahoma connecticut utah nevada iowa
    arkansas kansas mississippi newmexico nebraska idaho hawaii maine montana rhodeisland delaware
    alaska vermont wyoming westvirginia newhampshire northdakota southdakota districtofcolumbia
    ontario britishcolumbia quebec alberta manitoba novascotia saskatchewan newsouthwales victoria
    queensland bavaria bayern badenwurttemberg hessen nordrheinwestfalen nrw sachsen niedersachsen
    rheinlandpfalz schleswigholstein thuringen brandenburg saarland sachsenanhalt
    mecklenburgvorpommern iledefrance catalonia cataluna catalunya andalucia galicia zhejiang
    guangdong jiangsu sichuan hubei hunan fujian shandong henan anhui shaanxi karnataka maharashtra
    tamilnadu telangana kerala gujarat westbengal uttarpradesh haryana punjab rajasthan lombardia
    lombardy lazio toscana tuscany piemonte veneto emiliaromagna sicilia minasgerais parana
    santacatarina bahia pernambuco ceara riograndedosul jalisco nuevoleon antioquia mazowieckie
    malopolska noordholland zuidholland";

/// Codes of states and countries after a city: `Austin, TX`.
pub(in crate::model::words) const CODES: &str = "
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY
    NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK US UK GB
    FR ES IT CH AT BE SE NO DK FI PL IE PT CN JP KR SG HK TW AU NZ BR MX AE RU UA TR CZ HU RO GR CL
    NSW VIC QLD USA UAE EU";

/// Codes of the states of Brazil: `Campinas - SP`.
pub(in crate::model::words) const BRAZIL: &str =
    "AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO";
