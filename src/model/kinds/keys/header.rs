//! The keys of the header, which give the kinds of their values.

use super::KeyKind;
use crate::model::kinds::ContactKind;

/// Keys for a name, a post and ways to reach a person, folded; a line for each language, signs last.
pub(super) const PERSON: &[(KeyKind, &str)] = &[
    (
        KeyKind::Name,
        "
        姓名 名字 中文名 真实姓名 本人姓名 候选人姓名 应聘者 求职者 求职人 申请人 候选人
        name fullname myname legalname nameandsurname surnameandname firstandlastname firstnameandlastname candidate candidatename
        氏名 名前 お名前 なまえ おなまえ 이름 성명 성함
        nombre nombrecompleto nombreyapellidos nombresyapellidos nome nomecompleto nom nometprenom
        prenometnom nomcomplet nomeecognome cognomeenome
        vorundnachname vornameundname vorname,nachname vollstandigername name,vorname imieinazwisko
        naam namn volledigenaam
        имя фио фамилияимяотчество фамилия,имя фамилия,имя,отчество полноеимя имяифамилия
        фамилияиимя имя,фамилия піб
        adsoyad adisoyadi adivesoyadi isim hoten hovaten ten nama namalengkap
        👤 🙋 🧑 👨 👩 🙍 🙎",
    ),
    (
        KeyKind::Headline,
        "
        求职意向 应聘职位 期望职位 应聘岗位 意向岗位 求职岗位 求职目标 意向职位 期望岗位 求职方向
        应聘意向 求职意愿 目标岗位 目标职位 期望工作 期望职业 期望从事职业 期望从事岗位 期望从事
        应征职位 应征职务 应征岗位 应征项目 希望职位 希望职务 投递岗位 投递职位 申请职位 申请岗位
        申请职务 报考岗位 职位 岗位 职业 意向职业 职业意向 职业方向 求职职位 意向 岗位意向 职位意向
        希望职称 希望岗位 期望职务 期望职称 应征职称 意向职务 面试岗位 面试职位 职务 应聘 求职 头衔 职称 求职岗位意向 应聘方向 期望方向 职业定位
        title position jobtitle desiredposition role headline occupation profession targetposition
        targetrole positionappliedfor positionapplied applyingfor appliedposition desiredrole
        professionaltitle desiredjob jobrole postappliedfor
        职种 希望职种 应募职种 志望职种 应募ポジション 肩书き 肩书
        희망직무 지원분야 직무 직업 직책 희망직종 지원직무 지원부문 포지션 희망포지션 희망분야
        지원포지션
        beruf angestrebteposition berufsbezeichnung gewunschteposition stellenbezeichnung
        poste posterecherche metier titre postevise postesouhaite emploirecherche
        puesto puestodeseado cargo profesion puestosolicitado tituloprofesional
        cargopretendido profissao cargodesejado funcao
        posizione professione ruolo posizionedesiderata posizionericercata
        stanowisko zawod
        должность желаемаядолжность позиция профессия желаемаяпозиция вакансия посада
        functie beroep yrke befattning titel meslek pozisyon unvan vitriungtuyen vitri nghenghiep
        chucdanh posisi posisiyangdilamar jabatan
        💼 🎯 👔 👨💻 👩💻 🧑💻",
    ),
    (
        KeyKind::Contact(ContactKind::Phone),
        "
        电话 手机 联系电话 手机号 手机号码 电话号码 联系方式 移动电话 联系号码 联系手机 手机电话
        电话手机 固定电话 座机 办公电话 家庭电话 住宅电话 手提电话 手提 行动电话 联络电话 连络电话
        联络号码 联络方式 联系电话号码 手机联系方式 联系 联系我 联络我
        phone mobile tel cell telephone phonenumber mobilephone mobilenumber cellphone phoneno
        contactno contactnumber contact ph handphone landline callme call workphone homephone
        mobileno telephonenumber cellphonenumber phno mob cel
        携带 携带电话 自宅电话 电话番号 携带番号 携带电话番号 联络先
        전화 휴대폰 연락처 전화번호 휴대전화 핸드폰 휴대폰번호 핸드폰번호 모바일 휴대전화번호 휴대번호 hp번호
        telefon telefonnummer handy mobil mobiltelefon handynummer fon festnetz rufnummer
        mobilnummer natel telnr telefonnr mobilnr handynr rufnr mobilfunk mobilfunknummer
        festnetznummer
        portable numerodetelephone telephoneportable telephonemobile gsm numtel numeroportable fixe
        teleport telportable telmobile
        telefono movil celular telefonomovil numerodetelefono telf telefonocelular telefonos
        telmovil tlf tfno tfn tlfno telef numerodecelular numerodecontacto celularwhatsapp
        celular/whatsapp
        telefone telemovel fone contato telefones numerodetelefone telefonecelular telefoneparacontato
        telefonedecontato fonecelular
        cellulare recapitotelefonico telefonocellulare numeroditelefono numerodicellulare
        recapito
        telkom kom numertelefonu komorka telefonkomorkowy nrtelefonu nrtel numerkomorkowy
        телефон тел моб мобильныи мобильныителефон сотовыи номертелефона контактныителефон мобтел
        сотовыителефон телмоб мобільнии контактныиномер номер мобильныиномер телефондлясвязи
        telefoon telefoonnummer mobiel gsmnummer cep ceptelefonu telefonnumarasi dienthoai
        sodienthoai sdt didong telepon nohp nomortelepon hp nomorhp notelepon ponsel notelp telp
        📱 ☎ 📞 📲 🤙 ☏ ✆",
    ),
    (
        KeyKind::Contact(ContactKind::Email),
        "
        邮箱 电子邮箱 邮件 电子邮件 邮箱地址 电子信箱 信箱 邮箱号 电邮 电邮地址 联系邮箱 联络信箱
        连络信箱 联络邮箱 常用邮箱 个人邮箱 工作邮箱 email信箱 电子邮件地址 电子邮箱地址 邮箱账号
        email邮箱
        mail email emailaddress gmail emailid mailaddress outlook mailid emails personalemail
        メール メールアドレス eメール メアド 电子メール mailアドレス emailアドレス
        이메일 메일 전자우편 이메일주소 메일주소
        emailadresse mailadresse courriel courrierelectronique adressemail adresseemail mel
        correo correoelectronico correoe direcciondecorreo correioeletronico correioelectronico
        enderecodeemail postaelettronica indirizzoemail
        poczta adresemail pocztaelektroniczna mejl
        почта электроннаяпочта элпочта имеил меил мыло эладрес адресэлектронноипочты емеил емаил
        пошта електроннапошта
        emailadres epost epostadress eposta mailadresi epostaadresi thudientu diachiemail surel
        alamatemail
        📧 ✉ 📮 📬 📩 📨 💌 📪 📭 🖂",
    ),
    (
        KeyKind::Contact(ContactKind::Website),
        "
        博客 主页 个人网站 个人主页 个人博客 技术博客 网站 网址 个人站点 站点 博客地址 主页地址
        个人blog blog地址 技术站点 个人网址 在线简历 作品链接 作品集 部落格 社交主页 技术主页
        博客主页 博客链接 个人网页 在线作品集 作品地址 个人博客地址
        website blog homepage web site url portfolio personalwebsite personalsite personalblog
        personalhomepage techblog webpage onlineresume onlinecv link personalpage portfoliowebsite
        portfoliosite onlineportfolio www techblogs
        サイト ブログ ウェブサイト ホームページ ポートフォリオ 个人サイト 技术ブログ webサイト
        ポートフォリオサイト
        홈페이지 블로그 포트폴리오 웹사이트 기술블로그 개인블로그 사이트 노션 개인홈페이지
        webseite internetseite internetauftritt siteweb siteinternet sitepersonnel blogue sitioweb
        paginaweb webpersonal portafolio paginapersonal sitio sitepessoal paginapessoal sito sitoweb
        sitopersonale
        strona stronainternetowa stronawww саит вебсаит портфолио блог личныисаит персональныисаит
        саитпортфолио
        hemsida webbplats websitesi kisiselwebsitesi trangweb situsweb laman portofolio
        🔗 🌐 📝 💻 🖥",
    ),
    (
        KeyKind::Contact(ContactKind::Github),
        "
        github github地址 github主页 github账号 github帐号 github链接 github用户名 githubid
        个人github mygithub githubprofile githuburl githubアカウント 깃허브 깃헙 гитхаб 🐙",
    ),
    (KeyKind::Contact(ContactKind::Gitee), "gitee 码云 gitee地址 码云地址 gitee主页"),
    (KeyKind::Contact(ContactKind::Gitlab), "gitlab gitlabprofile"),
    (KeyKind::Contact(ContactKind::Linkedin), "linkedin 领英 linkedinprofile linkedinurl 링크드인 линкедин"),
    (KeyKind::Contact(ContactKind::Juejin), "juejin 掘金 掘金主页 掘金社区 稀土掘金 掘金地址 掘金博客"),
    (KeyKind::Contact(ContactKind::Zhihu), "zhihu 知乎 知乎主页 知乎专栏"),
    (KeyKind::Contact(ContactKind::Csdn), "csdn csdn博客 csdn主页 csdn地址"),
    (KeyKind::Contact(ContactKind::Leetcode), "leetcode 力扣 leetcode主页 力扣主页"),
    (KeyKind::Contact(ContactKind::Bilibili), "bilibili b站 哔哩哔哩 b站主页"),
    (KeyKind::Contact(ContactKind::Stackoverflow), "stackoverflow"),
    (
        KeyKind::Contact(ContactKind::X),
        "
        x twitter 推特 twitter/x x/twitter x(twitter) 트위터 ツイッター твиттер 🐦 𝕏",
    ),
    (
        KeyKind::Contact(ContactKind::Telegram),
        "
        telegram tg 电报 телеграм телеграмм тг телега 텔레그램 telegram/whatsapp ✈",
    ),
    (KeyKind::Contact(ContactKind::Qiita), "qiita"),
    (KeyKind::Contact(ContactKind::Zenn), "zenn"),
    (KeyKind::Contact(ContactKind::Orcid), "orcid orcidid"),
    (KeyKind::Contact(ContactKind::Scholar), "googlescholar 谷歌学术 scholar googleスカラー google学术"),
    (KeyKind::Contact(ContactKind::Medium), "medium"),
    (KeyKind::Contact(ContactKind::Whatsapp), "whatsapp ватсап вацап zap"),
    (
        KeyKind::Contact(ContactKind::Wechat),
        "
        微信 微信号 wechat weixin 个人微信 微信号码 wechatid weixinid 微信id vx 微信账号 wx 💬",
    ),
    (KeyKind::Contact(ContactKind::Qq), "qq qq号 qq号码 联系qq qq账号 🐧"),
    (KeyKind::Contact(ContactKind::Line), "line lineid"),
    (KeyKind::Contact(ContactKind::Kakao), "kakao kakaotalk 카카오톡 카카오 카톡"),
    (
        KeyKind::Contact(ContactKind::Location),
        "
        现居 所在地 城市 地址 住址 现居地 居住地 现居住地 所在城市 现居城市 联系地址 家庭住址
        通讯地址 现所在地 目前所在地 目前居住地 目前城市 所在 居住 居住城市 常住地 常住 住处 坐标
        现住址 现住地 现地址 通信地址 邮寄地址 家庭地址 当前城市 当前所在地 居住地址 所在地区 地区
        联络地址 居所 位置 所在位置 现所在城市 当前位置 常驻 常驻地 常驻城市 现居地址 目前所在城市
        现在居住地 base地 base
        location address city currentlocation currentcity residence placeofresidence basedin based
        homeaddress currentaddress mailingaddress postaladdress permanentaddress livingin livesin
        currentresidence
        住所 现住所 现在地 在住 据点 お住まい
        주소 거주지 현거주지 지역 위치 거주지역 사는곳 거주 현주소
        adresse anschrift ort wohnort standort wohnhaftin wohnhaft wohnsitz stadt postanschrift
        ville lieu localisation domicile lieuderesidence adressepostale
        direccion ubicacion ciudad domicilio lugarderesidencia residencia localidad localizacion
        endereco localizacao cidade morada localidade
        indirizzo residenza citta luogo localita indirizzodiresidenza luogodiresidenza
        adres miejscowosc lokalizacja miasto miejscezamieszkania adreszamieszkania
        adreskorespondencyjny
        адрес город местожительства местоположение проживание местопроживания локация
        городпроживания адреспроживания регион місто адреса местожительство
        woonplaats plaats locatie stad adress bostadsort plats sehir konum ikamet yasadigisehir
        ikametgah diachi noio thanhpho alamat lokasi domisili kota
        📍 🏙 🏡 🏠 🏘 🗺 🌏 🌎 🌍 🧭 📌",
    ),
];

/// Keys of other personal data, folded.
pub(super) const FACTS: &str = "
    性别 年龄 出生日期 出生年月 生日 籍贯 民族 政治面貌 婚姻 婚姻状况 学历 最高学历 学位 毕业院校
    毕业学校 院校 学校 专业 毕业时间 工作年限 工作经验 目前职位 英语水平 外语水平 身高 户籍 户口
    国籍 期望薪资 期望城市 到岗时间 意向城市 期望薪水 目前状态 求职状态 工作状态
    英文名 曾用名 出生地 出生 年纪 身高体重 体重 血型 健康状况 身体状况 婚育状况 婚否 兵役 兵役状况
    役别 驾照 户口所在地 户籍所在地 户籍地 最高学位 毕业学院 所学专业 主修专业 在读院校 毕业年份
    毕业日期 入学时间 年级 班级 学号 届别 工龄 从业年限 工作年份 目前薪资 当前薪资 期望月薪 薪资要求
    薪资期望 期望年薪 期望待遇 待遇要求 薪资 期望地点 期望工作地 期望工作地点 期望工作城市 期望地区
    工作地点 意向地点 求职城市 求职地点 希望求职地点 期望行业 期望职能 工作性质 求职类型 到岗
    可到岗时间 到岗日期 入职时间 最快到岗 最快到岗时间 在职状态 当前状态 政治身份 党派 宗教信仰 星座
    属相 生肖 mbti 英语等级 英语能力 当前职位 现任职位 目前职务 当前公司 目前公司 就职状态 出生年份
    出生时间 学制 系别 科系 系所 学历学位 职级 语言水平 工作经历年限 开发经验 从业经验 工作年资 年资
    gender sex age birthday dateofbirth nationality birthdate born dob placeofbirth birthplace
    maritalstatus citizenship civilstatus drivinglicense driverslicense drivinglicence visa
    visastatus workauthorization workpermit availability noticeperiod yearsofexperience height
    weight religion ethnicity pronouns hometown salary expectedsalary desiredsalary
    salaryexpectation relocation skype discord slack facebook instagram youtube mastodon bluesky
    signal workstatus familystatus firstname lastname surname givenname
    生年月日 出身地 出身 最终学历 ふりがな フリガナ よみがな 配偶者 扶养家族 最寄り驿 最寄驿
    通勤时间 希望年收 希望勤务地 入社可能日 年收 现年收 出身校 血液型 资格 保有资格 免许 运転免许 备考 特技 稼働开始日 生年 经验年数
    생년월일 성별 나이 국적 병역 병역사항 학력 최종학력 희망연봉 결혼여부 출생 출생지 출생년도
    영문이름 영문명 한자 한자이름 생일 군필여부 경력구분 희망근무지 생년월일/성별 총경력 경력기간
    geburtsdatum geboren geborenam geburtsort geburtstag staatsangehorigkeit nationalitat
    familienstand alter geschlecht fuhrerschein konfession geburtsdatumundort geburtsdatum,ort
    geburtsdatum/ort geburtstag,ort geburtstagundort geb gebam gebort staatsburgerschaft eintrittstermin verfugbarkeit vorname nachname
    gehaltsvorstellung geburtsjahr jahrgang zivilstand heimatort
    datedenaissance nele neele nationalite sexe situationfamiliale etatcivil permis permisdeconduire
    lieudenaissance disponibilite prenom dateetlieudenaissance mobilite
    fechadenacimiento edad nacionalidad estadocivil sexo genero lugardenacimiento dni
    carnetdeconducir licenciadeconducir disponibilidad apellidos apellido lugaryfechadenacimiento
    fechaylugardenacimiento permisodeconducir carnedeconducir
    datadenascimento nascimento idade nacionalidade naturalidade cnh cpf disponibilidade
    pretensaosalarial cartadeconducao habilitacao
    datadinascita luogodinascita natoa nataa natoil natail nazionalita cittadinanza statocivile eta
    sesso patente codicefiscale luogoedatadinascita dataeluogodinascita patentediguida
    dataurodzenia narodowosc obywatelstwo stancywilny wiek miejsceurodzenia prawojazdy plec
    rokurodzenia
    датарождения возраст пол гражданство семеиноеположение месторождения годрождения национальность
    водительскиеправа графикработы занятость зарплата желаемаязарплата готовностькпереезду переезд
    форматработы скаип деньрождения специализация отчество фамилия родился родилась
    зарплатныеожидания командировки датанародження
    geboortedatum geboorteplaats nationaliteit leeftijd geslacht burgerlijkestaat rijbewijs
    fodelsedatum fodd nationalitet alder kon civilstand korkort personnummer
    dogumtarihi dogumyeri uyruk yas cinsiyet medenidurum ehliyet askerlikdurumu medenihali uyrugu
    surucubelgesi askerlik
    ngaysinh gioitinh quoctich tuoi noisinh tinhtranghonnhan quequan ngaythangnamsinh namsinh
    tanggallahir tempatlahir jeniskelamin kewarganegaraan umur usia agama tempattanggallahir
    tempat,tanggallahir tempat/tanggallahir statuspernikahan golongandarah
    🎂 🎓 🏫 🚹 🚺 ♂ ♀ 👶 🗣 🚗";
