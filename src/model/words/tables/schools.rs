//! Words for schools and degrees.

/// Anywhere in the name of a school.
pub(in crate::model::words) const IN: &str = "
    大学 学院 学校 中学 小学 高中 职高 中专 技校 党校 学园 高校 高等学校 专门学校 大学院 高专 研究科
    高等专科 职业技术 附中 一中 二中 三中
    대학 대학교 대학원 고등학교 중학교 초등학교 부트캠프
    univ university universit universidad universidade hochschule gymnasium realschule schule lycee
    politecnico politecnica polytechni politechni uniwersytet universiteit hogeschool universitas
    universitesi университет институт академи техникум училище колледж лицеи гимнази школа lisesi
    daihoc";

/// Words of the name of a school, or the whole of it.
pub(in crate::model::words) const WORDS: &str = "
    college school institute academy academia institut instituto istituto institutet ecole escola
    escuela colegio faculdade facultad faculte faculty liceo liceum scuola szkola technikum ateneo
    skola akademie akademia akademiet uni conservatory seminary polytech kolej okul okulu fakultesi
    truong sekolah вуз
    caltech stanford harvard yale sorbonne
    清华 北大 复旦 浙大 上海交大 交大 中科大 哈工大 北航 北理工 北邮 武大 华科 西交 南大 东大 同济
    人大 厦大 中大 华工 电子科大 川大 山大 吉大 北师大 华师大 港大 港中文 港科大 台大 东京大 早稻田
    庆应";

/// Universities known by their letters, in capitals: German “mit” does not count.
pub(in crate::model::words) const ABBREVIATIONS: &str = "
    mit eth ethz epfl ucla ucl kaist postech rwth tum lmu kit caltech insead hec nus ntu cmu ucb
    uiuc usc uc unc suny cuny nyu lse usp unicamp uba unam insa iut smk sma мгу спбгу мфти мгту ниу вшэ итмо мифи";

/// Anywhere in a degree, in Chinese, Japanese and Korean.
pub(in crate::model::words) const DEGREES_IN: &str = "
    本科 学士 硕士 博士 专科 大专 研究生 修士 学部 双学位 高中 中专 职高 初中 专升本 自考 成人教育
    硕博 本硕 高卒 大卒 短大卒 博士后 研究生在读 副学士 高级技工
    학사 석사 박사 전문학사 고졸 대졸 졸업 재학 수료";

/// First words of a degree.
pub(in crate::model::words) const DEGREES: &str = "
    bachelor bachelors master masters phd dphil doctor doctorate mba emba bs ms ba ma bsc msc beng
    meng btech mtech be me bfa mfa bba llb llm jd md mphil edd bcom mcom bca mca mres mpa mph msw
    aas mbchb mbbs mb bds dmd pharmd psyd dvm dnp bsn msn mpp mlis bdes mdes barch pgdip dba associates hnd ged gcse alevels postgraduate undergraduate
    diplom magister staatsexamen abitur fachabitur matura fachhochschulreife bakkalaureat
    hauptschulabschluss realschulabschluss licenciate
    licence master2 doctorat baccalaureat bac cap bp bts dut deug deust dea dess bep maitrise hdr
    ingeniorat
    licenciatura licenciado licenciada grado maestria doctorado bachillerato diplomatura tecnicatura
    ingenieria posgrado diplomado
    bacharelado bacharel mestrado doutorado graduacao especializacao tecnologo mestre posgraduacao
    laurea dottorato magistrale triennale diploma maturita perito dottore
    licencjat inzynier magisterium doktorat
    бакалавр бакалавриат магистр магистратура специалитет аспирантура кандидат доктор среднее высшее
    специалист
    hbo mbo vwo havo doctoraal
    kandidatexamen masterexamen magisterexamen civilingenjorsexamen gymnasieexamen hogskoleexamen
    teknologie
    lisans onlisans yukseklisans doktora
    sarjana s1 s2 s3 d3 d4";

/// Vietnamese degrees have several words; without blanks.
pub(in crate::model::words) const DEGREE_PHRASES: &str = "cunhan thacsi tiensi kysu";

/// First words of a grade; without blanks.
pub(in crate::model::words) const GRADES: &str = "
    withdistinction withhighestdistinction withhonours withhonors withfirstclass withmerit withgreat
    summacumlaude magnacumlaude cumlaude gpa cgpa firstclass upperclass secondclass firsthonours
    distinction grade";
