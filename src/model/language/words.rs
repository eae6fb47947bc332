//! The commonest words of languages, and of résumés in them.

/// English: its commonest words, then those of résumés.
pub(super) const ENGLISH: &str = "
    the of and to in for with on at by from as is are was an that this which or be has have had
    using their our my its it we into through over also while who where all more new between across
    within during including both other such these than will can not been up out he she they you your
    experience education skills university engineer engineering developer manager work projects
    project summary languages present current development designed led built managed responsible
    team worked created implemented developed software company business services member assistant
    professor research publications awards references interests college january february march april
    june july august september october november december";

/// Other languages, in the same way. Languages share words: *de* is in five of them. Words of one letter,
/// and names of products and trades that English also has, are left out.
pub(super) const WORDS: [(&str, &str); 11] = [
    (
        "de",
        "
        der die das und ist von mit für auf im den des dem ein eine einer eines einem zu zur zum bei
        nicht auch sich als wie oder sowie durch nach über aus werden wurde war sind bis seit unter
        ich meine wir an am in um vom beim haben hat dass nur mehr
        berufserfahrung ausbildung kenntnisse sprachen lebenslauf heute universität hochschule
        entwicklung entwickler entwicklerin beruflicher werdegang fähigkeiten geburtsdatum
        staatsangehörigkeit muttersprache deutsch englisch projekte studium praktikum abschluss
        weiterbildung softwareentwickler softwareentwicklung leiter geboren familienstand
        persönliche daten interessen schule januar februar märz juni juli oktober dezember
        verantwortlich mitarbeit unternehmen fließend grundkenntnisse hobbys tätigkeit aufgaben
        leitung erstellung einführung betreuung zusammenarbeit kunden bereich stärken zertifikate
        erfahrung kontakt telefon praktikant werkstudent wissenschaftlicher",
    ),
    (
        "fr",
        "
        le la les des du de et est une un dans pour par sur avec au aux en qui que ce cette ces son
        ses nos notre je mes mon ou où plus afin ainsi chez depuis sans à été être il elle leur
        leurs vers entre lors dont sous
        expérience expériences formation compétences langues développement développeur développeuse
        ingénieur ingénieure projets diplôme université lycée aujourd stage stagiaire gestion équipe
        équipes conception réalisation mise œuvre baccalauréat loisirs professionnelle professionnel
        professionnelles anglais français courant janvier février mars avril juin juillet août
        septembre octobre novembre décembre centres intérêt étudiant entreprise logiciel licence
        coordonnées réalisations clés outils responsable bénévolat profil études technicien
        assistante",
    ),
    (
        "es",
        "
        el la los las de del y en que con para por un una como se su sus al más es lo mi desde hasta
        entre sobre también son fue sin este esta muy
        experiencia laboral educación formación habilidades idiomas conocimientos desarrollo
        desarrollador desarrolladora ingeniero ingeniera ingeniería universidad proyectos actualidad
        actualmente empresa trabajo español inglés nivel licenciatura enero febrero marzo abril mayo
        junio julio agosto septiembre octubre noviembre diciembre ene dic gestión diseño datos
        técnico técnica analista perfil profesional estudios responsable equipo título competencias
        cursos contacto teléfono correo electrónico texto sistemas investigación publicaciones
        aplicaciones clientes ventas presente",
    ),
    (
        "pt",
        "
        os as de do da dos das em no na nos nas com para por um uma que se ao aos à mais ou sua seu
        suas seus meu minha como até desde foi pelo pela não também sobre
        experiência experiências formação acadêmica académica educação habilidades idiomas
        conhecimentos desenvolvimento desenvolvedor desenvolvedora engenheiro engenheira engenharia
        universidade projetos atual atualmente empresa português inglês nível janeiro fevereiro
        março abril maio junho julho agosto setembro outubro novembro dezembro gestão profissional
        curso cursos competências objetivo contato estágio graduação dados pessoais faculdade
        análise sistemas equipe técnico analista escola presente telefone responsável atendimento",
    ),
    (
        "it",
        "
        il lo la gli le di del della dei delle degli in con per un una che è da dal dalla nel nella
        sono si al alla ai come su anche presso ho mio mia ed tra fra più dello nello all dell
        esperienza esperienze lavorativa lavorative professionale professionali istruzione
        formazione competenze lingue conoscenze sviluppo sviluppatore sviluppatrice ingegnere
        università progetti oggi presente attuale italiano inglese livello gennaio febbraio marzo
        aprile maggio giugno luglio agosto settembre ottobre novembre dicembre gestione azienda
        laurea diploma dati personali tecnico progettazione realizzazione responsabile informatica
        clienti analista contatti telefono applicazioni studi",
    ),
    (
        "pl",
        "
        na do się od za przez oraz po dla jest jako przy ze to nie lub są we pod nad który która
        które także był była moje mój
        doświadczenie zawodowe wykształcenie umiejętności języki znajomość uniwersytet politechnika
        projekty obecnie praca polski angielski stanowisko kierownik inżynier programista
        programistka zainteresowania styczeń luty marzec kwiecień maj czerwiec lipiec sierpień
        wrzesień październik listopad grudzień kursy obowiązki studia wyrażam zgodę firma szkolenia
        zakres kontakt dane osobowe aplikacji systemów rozwój projektów pracy język poziom",
    ),
    (
        "nl",
        "
        de het een en van in is op te met voor aan door bij als naar uit ook niet tot over mijn ik
        heb dit die dat of om zijn wordt werd binnen deze onze
        werkervaring opleiding opleidingen vaardigheden talen ontwikkeling ontwikkelaar universiteit
        hogeschool heden projecten nederlands engels januari februari maart mei juni juli augustus
        oktober werkzaamheden bedrijf diploma kennis verantwoordelijk rijbewijs klanten ervaring
        profiel medewerker persoonlijke gegevens beheer",
    ),
    (
        "sv",
        "
        och att det som en på är av för med den till inte om har de från ett var vid även jag min
        samt hos inom under mot mina
        arbetslivserfarenhet utbildning erfarenhet kunskaper färdigheter språk utveckling utvecklare
        universitet högskola nuvarande pågående projekt svenska engelska januari februari mars april
        maj juni juli augusti oktober anställning kompetenser körkort examen ansvarig arbetade
        arbete kontakt flytande modersmål",
    ),
    (
        "tr",
        "
        ve bir bu ile için olarak da de olan en çok gibi daha kadar sonra veya ben olup üzerinde
        deneyim deneyimi eğitim yetenekler beceriler diller üniversitesi üniversite mühendisi
        mühendisliği mühendis yazılım geliştirme geliştirici halen günümüz projeler türkçe ingilizce
        ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık iletişim hakkımda
        lisans görev şirket bilgisi proje iş devam",
    ),
    (
        "vi",
        "
        và của các cho với là trong được có những một để tại về từ đến theo trên này ra
        công ty kinh nghiệm làm việc kỹ năng học vấn dự án phát triển đại tháng năm hiện nay nhân
        viên tiếng anh trình độ quản lý thông tin sư mục tiêu liên hệ",
    ),
    (
        "id",
        "
        dan yang di dengan untuk dari pada dalam sebagai ini adalah oleh ke saya atau serta telah
        akan juga tidak bisa
        pengalaman kerja pendidikan keahlian keterampilan universitas pengembangan proyek sekarang
        saat bahasa inggris indonesia januari februari maret mei juni juli agustus oktober desember
        tentang perusahaan kemampuan organisasi pekerjaan membuat sistem jurusan sekolah",
    ),
];

/// Letters that few other languages have.
pub(super) const LETTERS: [(&str, &str); 11] = [
    ("de", "ß"),
    ("fr", "œç"),
    ("es", "ñ"),
    ("pt", "ãõ"),
    ("it", ""),
    ("pl", "łąęśćźżń"),
    ("nl", ""),
    ("sv", "å"),
    ("tr", "şğı"),
    ("vi", "đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"),
    ("id", ""),
];
