//! Words of résumés, in scripts with capitals, that occur in no name.

/// Words of titles, trades, tools and calendars, folded.
///
/// None is also a common name: there are people called April, Ruby, Mark and North.
pub(in crate::model::words) const NOT_NAMES: &str = "
    the and of for with in at to from by on a an or
    download downloads click here view site homepage blog welcome hello menu
    about contact contacts summary profile experience education skills skill project projects work
    employment history professional personal technical language languages award awards honors
    certificate certificates certification certifications publications references interests hobbies
    objective overview information details resume cv curriculum vitae portfolio statement management
    industry server servers service serverless modeling modelling mathematics mathematical
    statistics statistical ecology economic economics review reviews journal committee conference
    council board prize seminar workshop workshops lecture lectures course class edition museum
    musee association foundation fundacion fundacao gestion gestao gestione curso cours base bases
    analisis analyse planung erstellung durchfuhrung thinking solving problem problems oriented
    object storage editor studio store power excel word access active directory best practice
    practices community contributions contribution links last updated estate real restaurant license
    citizen university federation bank national international global part module modulo cycle
    mention honorable scientific academic activities activity extra bi orm vba ui ux os ai ml ii iii
    iv vi db ide it sdk crm erp seo cms etl api ci cd pwa spa ssr sap ibm jpa mvc mvvm oop tdd
    background career volunteer training courses research teaching qualifications competencies
    achievements
    software hardware web mobile frontend backend front back end full stack fullstack data science
    machine learning artificial intelligence computer vision cloud native spring boot visual code
    google microsoft amazon apache react angular vue node java javascript typescript python rails
    golang kotlin docker kubernetes linux windows android ios database sql mysql html css php aws
    gcp azure rest graphql devops agile scrum git github gitlab open source test testing quality
    security network networks system systems platform product products business digital marketing
    sales finance financial human resources customer client services support operations operation
    logistics supply chain administration legal medical health healthcare social media content
    creative graphic game games user interface design technology technologies engineering
    development application applications framework frameworks programming program infrastructure
    internet online electronic commerce embedded control automation robotics big neural natural
    processing analysis analytics algorithm algorithms distributed microservices
    january february september october november december feb aug sept oct nov dec present current
    today date name phone email address location website
    english german french spanish italian portuguese polish russian chinese mandarin japanese korean
    dutch swedish turkish arabic hindi vietnamese
    new high senior junior chief head vice president general key core main selected other additional
    relevant responsibilities remote hybrid department team group office
    school college institute academy bachelor master doctor degree diploma faculty thesis
    deutsch englisch berufserfahrung ausbildung kenntnisse sprachen projekte lebenslauf personliche
    daten kontakt weiterbildung fahigkeiten zusammenfassung
    formation competences langues projets profil coordonnees loisirs
    experiencia educacion formacion habilidades idiomas proyectos perfil datos personales laboral
    formacao educacao projetos contato dados pessoais
    esperienza formazione competenze lingue progetti profilo contatti dati personali
    doswiadczenie wyksztalcenie umiejetnosci jezyki projekty
    опыт работы образование навыки языки проекты контакты обо мне себе о личные данные резюме
    ключевые профессиональные технические сертификаты достижения публикации интересы хобби курсы";
