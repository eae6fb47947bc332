//! The keys inside an entry: `任职时间：`, `Role:`.

use super::EntryKey;

/// The keys, folded; a line for each language, signs last.
pub(super) const ENTRY: &[(EntryKey, &str)] = &[
    (
        EntryKey::Date,
        "
        任职时间 工作时间 起止时间 在职时间 项目时间 项目周期 开发周期 时间 期间 日期 在校时间
        就读时间 任职期间 工作期间 在职期间 任职日期 起止日期 起止年月 入职时间 开发时间 项目期间
        项目日期 项目工期 工期 周期 时间周期 参与时间 学习时间 在读时间 教育时间 毕业时间 实习时间
        实习期间 培训时间 获奖时间 发表时间 时间段 起讫时间 起讫日期 研究时间 活动时间 合作时间
        完成时间 上线时间 任职起止时间 工作起止时间 起止 在校期间 时间范围 任期 研发周期 开发期间
        项目起止时间 参与周期 入学时间 服务期间 任职周期 执行时间 毕业年份 就读期间 入读时间
        时间跨度
        period duration dates date time timeline timeframe timeperiod when term tenure years year
        employmentdates datesofemployment employmentperiod dateofemployment projectperiod
        projectduration daterange startandenddates graduationdate graduation graduated completed graduationyear
        yearofgraduation dateofgraduation completionyear yearofcompletion datesattended timespan
        durationofproject yearsattended attended
        时期 在籍期间 勤务期间 参画期间 所属期间 年月 担当期间 プロジェクト期间 就业期间 作业期间
        在学期间 参加期间 制作期间
        기간 일시 날짜 근무기간 재직기간 개발기간 교육기간 진행기간 프로젝트기간 참여기간 수행기간
        활동기간 작업기간 재학기간
        zeitraum zeit dauer datum laufzeit projektzeitraum projektlaufzeit einsatzzeitraum
        beschaftigungszeitraum
        periode duree datededebutetdefin annee
        periodo fecha fechas duracion ano anos data datas duracao periododilavoro durata anno anni
        okres czas czastrwania okreszatrudnienia termin
        период дата даты периодработы сроки срок время годы периодобучения времяработы годыобучения
        годыработы продолжительность год годокончания периодпроекта длительность
        duur tid tarih sure donem tarihler thoigian waktu tanggal durasi tahun
        📅 🗓 📆 ⏰ 🕒 ⏳ ⌛ 🕓 ⏱",
    ),
    (
        EntryKey::Role,
        "
        职位 岗位 职务 角色 项目角色 担任角色 担任职务 担任职位 担任岗位 所任职位 所任职务 任职岗位
        任职职位 工作岗位 工作职位 工作职务 职位名称 岗位名称 职称 头衔 实习岗位 实习职位 我的角色
        本人角色 参与角色 团队角色 项目职务 项目职位 个人角色 身份 负责角色 所属岗位 项目岗位
        职务名称 在职岗位 职业 开发角色 所在岗位 所在职位 所在职务 就职岗位 就职职位 从事岗位 从事职位
        现任职务 现任职位 任职角色 担任 任职
        position role title jobtitle post designation myrole projectrole job positiontitle
        positionheld roleinproject roles
        役割 役职 担当 职种 ポジション 担当役割 役割担当 肩书き 肩书 ロール 立场 担当ポジション
        직책 역할 직위 직무 직급 담당 포지션 담당역할 맡은역할 담당직무 본인역할 나의역할
        rolle funktion stelle tatigkeit projektrolle poste fonction titre intituleduposte
        puesto rol cargo posicion funcion funcao papel posicao ruolo posizione mansione qualifica
        stanowisko rola должность роль позиция рольвпроекте мояроль рольнапроекте
        functie roll befattning titel pozisyon gorev unvan vitri vaitro chucvu chucdanh posisi peran
        jabatan",
    ),
    (
        EntryKey::Organization,
        "
        公司 单位 公司名称 企业 所在公司 工作单位 任职公司 任职单位 就职公司 就职单位 所属公司
        单位名称 企业名称 实习公司 实习单位 雇主 机构 公司名 所在单位 组织 服务公司 服务单位
        公司全称 任职企业 机构名称 所属单位 组织名称
        company employer organization organisation companyname firm business organizationname
        nameofcompany nameofemployer employername client
        会社 会社名 企业名 勤务先 所属 所属会社 法人名 社名 勤务先名 所属企业 在籍企业
        회사 회사명 기관 소속 기관명 근무처 직장 기업명 근무회사 기업 소속기관 업체명
        firma arbeitgeber unternehmen betrieb entreprise societe employeur organisme empresa
        compania organizacion empleador organizacao azienda societa datoredilavoro ente pracodawca
        nazwafirmy
        компания организация работодатель местоработы названиекомпании наименованиеорганизации
        bedrijf werkgever foretag arbetsgivare sirket kurum congty perusahaan instansi
        namaperusahaan
        🏢 🏛",
    ),
    (
        EntryKey::Place,
        "
        地点 工作地点 工作城市 所在地 城市 地址 工作地 项目地点 办公地点 所在城市 地区 任职地点
        实习地点 公司地址 办公地
        location place worklocation city where workplace officelocation joblocation
        场所 勤务地 就业场所 근무지 장소 위치 지역 근무지역
        ort standort arbeitsort einsatzort lieu ville localisation lugar ubicacion ciudad
        localizacion local localizacao cidade luogo sede citta miejsce lokalizacja miasto
        город место локация местоположение plaats locatie plats yer konum sehir diadiem noilamviec
        lokasi tempat
        📍 🏠 🌏 🌍 🌎 🏙",
    ),
    (
        EntryKey::School,
        "
        学校 院校 毕业院校 毕业学校 学校名称 就读学校 就读院校 所在学校 大学 院校名称 在读学校
        所在院校 高校 在读院校
        school university college institution schoolname almamater nameofinstitution universityname
        institute
        学校名 大学名 出身校 학교 대학교 학교명 대학 출신학교
        hochschule universitat schule ecole universite etablissement universidad escuela centro
        institucion universidade instituicao escola faculdade universita scuola istituto ateneo
        uczelnia szkola uniwersytet
        вуз университет учебноезаведение институт школа названиеучебногозаведения колледж
        universiteit skola universitet larosate okul truong truonghoc sekolah universitas kampus
        namasekolah
        🏫 🎓",
    ),
    (
        EntryKey::Subject,
        "
        专业 所学专业 主修专业 专业名称 就读专业 主修 专业方向 系别 科系 系所 学科 学系 主修科目
        在读专业 院系专业
        major fieldofstudy subject discipline specialization specialisation majors areaofstudy
        courseofstudy field concentration
        专攻 学部 学部学科 专门 전공 학과 학부 전공명 전공학과
        studiengang studienfach fachrichtung studienrichtung fach studienschwerpunkt specialite
        filiere domainedetudes
        especialidad carrera area curso especialidade corsodilaurea corsodistudi facolta kierunek
        kierunekstudiow specjalnosc wydzial
        специальность факультет направление направлениеподготовки специализация кафедра
        studierichting richting inriktning bolum chuyennganh nganh nganhhoc jurusan programstudi",
    ),
    (
        EntryKey::Degree,
        "
        学历 学位 最高学历 学历层次 所获学位 学历学位 教育程度 最高学位 获得学位 学位类型 学历类型
        学历情况 层次
        degree degrees degreetype levelofeducation academicdegree educationlevel qualification
        degreeobtained degreeearned award
        取得学位 학위 학위명 최종학위
        abschluss akademischergrad grad abschlussart angestrebterabschluss diplome diplomeobtenu
        niveau titulo tituloobtenido titulacion grau titulacao nivel titolo titolodistudio
        titoloconseguito laurea tytul tytulzawodowy stopien
        степень уровень уровеньобразования квалификация ученаястепень
        diploma graad examen derece bangcap trinhdo gelar jenjang jenjangpendidikan",
    ),
    (
        EntryKey::Title,
        "
        项目名称 项目名 项目 项目标题 专案名称 专案 产品名称 系统名称 论文题目 课题名称 项目全称
        作品名称 奖项名称 比赛名称 论文标题 题目
        project projectname projecttitle productname nameofproject
        プロジェクト名 案件名 プロジェクト 案件 作品名 サービス名 システム名 アプリ名
        프로젝트명 프로젝트 프로젝트이름 서비스명 제목 작품명
        projekt projektname projet nomduprojet proyecto nombredelproyecto projeto nomedoprojeto
        progetto nomedelprogetto nazwaprojektu
        проект названиепроекта название наименованиепроекта duan tenduan proyek namaproyek proje
        projeadi projektnamn projectnaam",
    ),
];
