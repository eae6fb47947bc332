//! Words for posts and trades.

/// In Chinese, Japanese and Korean, anywhere in a text.
pub(in crate::model::words) const IN: &str = "
    工程师 经理 总监 架构师 设计师 实习生 主管 专员 分析师 负责人 程序员 开发者 总经理
    エンジニア デザイナー マネージャー マネージャ
    개발자 엔지니어 디자이너 매니저 기획자";

/// In the same languages, at the end of a text.
pub(in crate::model::words) const END: &str = "
    研究员 科学家 教授 讲师 教师 老师 教练 辅导员 班主任 护士 医生 医师 药师 会计师 审计师 律师 法务
    出纳 收银员 营业员 售货员 导购 店长 厨师 服务员 司机 快递员 保安 保洁 电工 焊工 技工 技师 技术员
    操作员 质检员 检验员 仓管 库管 跟单 业务员 推销员 客服 秘书 文员 前台 策划师 主播 主持人 记者
    摄影师 剪辑师 导演 编剧 编导 翻译 咨询师 规划师 建造师 造价师 监理 施工员 资料员 安全员 美容师
    化妆师 理疗师 培训师 猎头 合伙人 创始人 首席 总裁 董事 董事长 院长 校长 园长 所长 处长 科长 部长
    组长 班组长 队长 站长 车间主任 主任 干事 书记 公务员 志愿者 助教 博士后 教研员 运维员 测试员
    美工 原画师 建模师 插画师 投资人 交易员 精算师 理财师 客户代表 销售代表 医药代表 采购员 报关员
    调度员 飞行员 乘务员 导游 花艺师 育婴师 保育员 社工 顾问 护士长 柜员 柜员助理
    开发 运营 销售 编辑 测试 前端 后端 运维 会计 审计 采购 行政 人事 助理 产品 设计 策划 文案 市场
    财务 培训 教研 招聘 设计岗 实施 售前 售后 商务 人力资源 数据分析 算法 全栈 客户端 服务端 管培生
    合规 风控 新媒体 直播 摄影 护理 开发岗 技术支持 负责 主程 主策 主美 总编 主编 编审 出纳员 店员
    学徒 科员 办事员 职员 员工 经纪人 代理 主笔 主设 人员 学者 后端研发 前端研发 软件研发 算法研发 研发岗
    主席 会长 社长 队长 干事 委员 支书 领班 理货员 配送员 讲解员 班长 副组长 团长
    プログラマ プログラマー ディレクター プロデューサー コンサルタント アナリスト リーダー 教员
    看护师 药剂师 营业职 事务职 一般事务 总务事务 经理事务 社员 代表取缔役 取缔役 课长 系长 助手
    准教授 インターン アルバイト パート フリーランス 技术者 オペレーター 贩卖员 调理师 保育士 介护士
    编集者 ライター 翻译者 通译
    营业 经理 总务 事务 企画 贩卖 接客
    마케터 프로그래머 컨설턴트 연구원 교사 강사 교수 간호사 약사 의사 회계사 변호사 팀장 대표이사
    인턴 사원 대리 과장 차장 부장 실장 조교 아르바이트 영업사원 판매원 조리사 요리사 상담사
    사회복지사 기자 편집자 번역가 통역사 프리랜서 데이터분석가 분석가 아키텍트 관리자 운영자 디렉터
    퍼블리셔
    개발 기획 영업 회계 디자인 마케팅 경리 사무 판매 대표";

/// Words of a post, one or more lines for each of English, German, French, Spanish, Portuguese, Italian,
/// Polish, Russian, Dutch, Swedish, Turkish and Indonesian.
pub(in crate::model::words) const WORDS: &str = "
    engineer engineers developer developers manager managers designer intern interns internship
    analyst architect director scientist consultant lead leader ceo cto cfo coo cio cmo cpo ciso vp
    svp evp founder cofounder programmer administrator admin sysadmin technician specialist
    coordinator assistant associate officer executive president chairman chairperson head chief
    supervisor superintendent representative rep agent advisor adviser strategist planner buyer
    recruiter accountant auditor bookkeeper cashier clerk secretary receptionist teacher tutor
    instructor lecturer professor professorship researcher postdoc fellow trainee apprentice
    volunteer nurse physician doctor surgeon pharmacist therapist psychologist dentist veterinarian
    paramedic caregiver lawyer attorney paralegal counsel judge notary journalist editor writer
    copywriter translator interpreter blogger photographer videographer producer artist illustrator
    animator musician actor waiter waitress bartender barista chef cook baker driver courier
    mechanic electrician plumber welder carpenter operator machinist foreman guard salesman
    saleswoman salesperson seller merchandiser trader broker banker teller underwriter actuary
    economist statistician mathematician physicist chemist biologist geologist librarian curator
    coach trainer mentor freelancer freelance contractor entrepreneur owner partner principal
    investor sre tester sdet swe webmaster evangelist advocate maintainer contributor columnist
    educator reviewer referee panelist moderator captain chair member scholar helper aide grader facilitator organizer organiser ambassador chairwoman
    pilot steward stewardess attendant housekeeper nanny cleaner janitor gardener builder surveyor
    inspector controller keeper zookeeper treasurer dean headmaster marketer scrummaster ux
    entwickler entwicklerin ingenieur ingenieurin leiter leiterin berater beraterin praktikant
    praktikantin werkstudent werkstudentin mitarbeiter mitarbeiterin geschaftsfuhrer
    geschaftsfuhrerin lehrer lehrerin dozent dozentin techniker technikerin informatiker
    informatikerin kaufmann kauffrau verkaufer verkauferin buchhalter buchhalterin assistent
    assistentin referent referentin redakteur redakteurin redaktor redaktorin architekt architektin
    programmierer programmiererin sachbearbeiter sachbearbeiterin arzt arztin krankenpfleger
    krankenschwester pfleger pflegerin auszubildender auszubildende azubi projektleiter teamleiter
    abteilungsleiter fachinformatiker administratorin hilfskraft tutorin texter konzepter lehrling
    koch kellner kellnerin fahrer beamter freiberufler freiberuflich selbststandig redakteure
    trainerin volontar gestalter grafiker kassierer kassiererin zusteller zustellerin helfer helferin
    forstarbeiter forstarbeiterin arbeiter arbeiterin backer backerin muller mullerin lagerist lageristin
    wissenschaftler wissenschaftlerin
    developpeur developpeuse ingenieure responsable directeur directrice charge chargee stagiaire
    consultante technicien technicienne assistante enseignant enseignante professeur formateur
    formatrice comptable vendeur vendeuse serveur serveuse infirmier infirmiere medecin avocat
    avocate journaliste redacteur redactrice traducteur traductrice graphiste concepteur conceptrice
    architecte gestionnaire conseiller conseillere employe employee ouvrier alternant alternante
    apprenti apprentie doctorant doctorante chercheur chercheuse gerant gerante secretaire animateur
    animatrice analyste programmeur administrateur benevole freelances
    ingeniero ingeniera desarrollador desarrolladora programador programadora analista especialista
    directora jefe jefa gerente consultor consultora tecnico tecnica profesor profesora docente
    maestro maestra becario becaria practicante pasante asistente auxiliar administrativo
    administrativa contable contador contadora vendedor vendedora camarero camarera enfermero
    enfermera medico medica abogado abogada periodista redactor redactora traductor traductora
    disenador disenadora arquitecto arquitecta coordinador coordinadora encargado encargada
    investigador investigadora fundador cofundador cofundadora lider dependiente comercial
    recepcionista cocinero conductor operario ayudante voluntario voluntaria
    engenheiro engenheira desenvolvedor desenvolvedora diretor diretora gestor gestora coordenador
    coordenadora tecnologo estagiario estagiaria professora assistente enfermeiro enfermeira
    advogado advogada jornalista tradutor arquiteto arquiteta pesquisador pesquisadora contabilista
    secretaria atendente motorista cozinheiro bolsista aprendiz operador socio
    ingegnere sviluppatore sviluppatrice programmatore programmatrice responsabile direttore
    direttrice consulente tirocinante stagista insegnante professore professoressa commesso commessa
    cameriere cameriera infermiere infermiera avvocato giornalista redattore traduttore grafico
    progettista architetto coordinatore coordinatrice ricercatore ricercatrice impiegato impiegata
    segretaria contabile ragioniere operaio autista cuoco fondatore sistemista dottorando
    apprendista educatore
    programista programistka inzynier kierownik dyrektor konsultant konsultantka specjalista
    specjalistka analityk projektant asystent asystentka stazysta stazystka praktykant praktykantka
    nauczyciel nauczycielka wykladowca ksiegowy ksiegowa sprzedawca kelner kelnerka pielegniarka
    lekarz prawnik dziennikarz tlumacz grafik koordynator menedzer menadzer kasjer kierowca kucharz
    pracownik wlasciciel doradca handlowiec
    разработчик разработчица программист инженер менеджер директор руководитель начальник аналитик
    тестировщик дизаинер архитектор администратор специалист консультант стажер практикант ассистент
    помощник секретарь бухгалтер экономист юрист адвокат врач медсестра учитель преподаватель
    репетитор доцент профессор лаборант сотрудник журналист редактор переводчик копираитер продавец
    кассир официант бармен повар водитель курьер оператор техник механик электрик слесарь мастер
    технолог конструктор проектировщик маркетолог рекрутер тимлид лидер фрилансер основатель
    владелец заместитель заведующии координатор методист психолог фармацевт воспитатель логист
    кладовщик девопс лид аспирант ведущии верстальщик
    ontwikkelaar beheerder adviseur medewerker leraar docent stagiair hoofd verpleegkundige verkoper
    boekhouder onderzoeker ontwerper projectleider
    utvecklare ingenjor konsult larare handlaggare sjukskoterska saljare projektledare forskare
    systemutvecklare tekniker ansvarig arkitekt
    muhendis muhendisi gelistirici yazilimci mudur muduru uzman uzmani danisman stajyer ogretmen
    asistan asistani hemsire avukat tasarimci analist teknisyen yonetici yoneticisi doktor gorevlisi
    programci
    insinyur pengembang manajer direktur guru dosen perawat dokter akuntan karyawan magang desainer
    kepala staf";

/// Ends of compound words: Softwareentwickler.
pub(in crate::model::words) const TAILS: &str = "
    entwickler entwicklerin ingenieur ingenieurin leiter leiterin berater beraterin techniker
    kaufmann kauffrau verkaufer lehrer lehrerin assistent assistentin mitarbeiter mitarbeiterin
    informatiker ontwikkelaar medewerker beheerder utvecklare ingenjor ledare chef konsult referent
    redakteur praktikant";

/// Vietnamese posts have several words; without blanks.
pub(in crate::model::words) const PHRASES: &str = "
    kysu laptrinhvien nhanvien quanly giamdoc truongnhom thuctapsinh giaovien giangvien ketoan
    chuyenvien troly bacsi yta dieuduong thuky nhaphattrien";
