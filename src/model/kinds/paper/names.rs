//! Names of the document: 简历, `Curriculum Vitae`, `Lebenslauf`, 職務経歴書.

/// Titles that only name the document, folded; one line per language.
pub(super) const PAPERS: &str = "
    简历 个人简历 我的简历 求职简历 中文简历 英文简历 简体中文简历 繁体中文简历 个人求职简历
    应聘简历 求职履历 履历 履历表 个人履历 个人履历表 求职履历表 电子简历 在线简历 个人简历表 简历表
    最新简历 技术简历 毕业生简历 应届生简历 工作简历 实习简历 校招简历 社招简历 完整简历
    我的个人简历 个人中文简历 中英文简历 个人技术简历 本人简历 求职个人简历 中文履历 英文履历
    我的履历 个人履历书 简历书 我的简历书 个人简历书 我的履历书 我的个人履历 我的个人履历表 我的履历表 我的求职简历
    履历与作品集 个人履历与作品集 履历及作品集 个人履历及作品集 简历与作品集 个人简历与作品集 简历及作品集 个人简历及作品集
    专业履历 专业简历 职业简历 职业履历 简历档案 职务履历 履历作品集 resume&portfolio resumeandportfolio portfolio&resume portfolioandresume cv&portfolio cvandportfolio
    resume cv curriculumvitae myresume mycv resume/cv cv/resume personalresume professionalresume
    onlineresume resumecv cvresume fullresume academiccv academicresume curriculumvita vita
    mypage mysite mywebsite myblog myhomepage homepage personalhomepage personalpage personalwebsite
    europasscv europass mycurriculumvitae personalcv academiccurriculumvitae fullcv shortcv
    curriculumvitae(cv) curriculmvitae curiculumvitae curriculumvitea theresume resume&cv resumeandcv resumeandcurriculumvitae
    lebenslauf tabellarischerlebenslauf meinlebenslauf lebenslauf/cv cv/lebenslauf kurzlebenslauf
    ausfuhrlicherlebenslauf kurzerlebenslauf personlicherlebenslauf tabellarischerlebenslauf/cv
    curriculum beruflicherlebenslauf bewerbung
    moncv moncurriculumvitae
    hojadevida mihojadevida micv micurriculum micurriculumvitae curriculovitae
    curriculo meucurriculo curriculolattes curriculoprofissional curriculoresumido meucv
    ilmiocurriculum curriculumvitaeetstudiorum curriculumvitaeeuropeo ilmiocv
    curriculumvitaeformatoeuropeo
    zyciorys mojecv mojzyciorys zycioryszawodowy
    резюме моерезюме резюмесоискателя резюме/cv cv/резюме автобиография резюме(cv) моєрезюме
    личноерезюме профессиональноерезюме
    mijncv levensloop meritforteckning mittcv ozgecmis ozgecmisim soyeulylich lylich
    daftarriwayathidup riwayathidup hosoxinviec
    履历书 职务经历书 业务经历书 经历书 レジュメ 职务履历书 经历书(职务经历书) 英文履历书
    キャリアシート 职历书
    이력서 자기소개서 경력기술서 입사지원서 이력서및자기소개서 레쥬메 레주메 나의이력서 개인이력서
    경력이력서 국문이력서 영문이력서";

/// The same in scripts without blanks between words, as written: they are searched for inside a title.
pub(super) const WIDE: &str = "
    个人简历与作品集 個人簡歷與作品集 個人履歷與作品集 履歷與作品集 個人履歷及作品集 简历与作品集 简历及作品集
    我的个人简历 我的個人簡歷 个人求职简历 個人求職簡歷 简体中文简历 簡體中文簡歷 求职简历 求職簡歷
    专业履历 專業履歷 专业简历 專業簡歷 个人简历 個人簡歷 中文简历 中文簡歷 英文简历 英文簡歷 应聘简历 應聘簡歷 电子简历 電子簡歷
    在线简历 在線簡歷 最新简历 最新簡歷 技术简历 技術簡歷 个人履历表 個人履歷表 个人履历 個人履歷
    求职履历表 求職履歷表 履历表 履歷表 简历表 簡歷表 简历 簡歷 履历 履歷 履歴書 職務経歴書
    業務経歴書 職務履歴書 経歴書 レジュメ 이력서 자기소개서 경력기술서 입사지원서";

/// Words next to the name of the document: languages, versions, tools; folded, without digits.
pub(super) const NOISE: &str = "
    v ver version 版 版本 中文版 中文 英文版 英文 简体 繁体 简体中文 繁体中文 中英文 双语 完整版
    精简版 简版 简洁版 详细版 最新 最新版 更新版 更新 公开版 在线版 网页版 电子版 打印版 一页版
    通用版 社招 校招 社招版 校招版 最后更新 更新于 日文 日文版 日本语 日文简历 详版 长版 短版 正式版
    markdown版 pdf版 模板 模版 范本 范文 template 导出 オープン
    english en chinese zh german deutsch de french francais fr spanish espanol es portuguese
    portugues pt italian italiano polish polski pl russian русскии ru japanese ja korean 한국어 국문
    영문 ko 英语 和文 enus zhcn zhtw nederlands svenska turkce tiengviet bahasaindonesia
    englishversion germanversion chineseversion deutscheversion versionfrancaise versionenespanol
    versaoemportugues versioneitaliana нарусском inenglish aufdeutsch enfrancais enespanol
    initaliano
    markdown md pdf online final draft latest updated update short full long onepage print
    lastupdated lastupdate stand misajour actualizado обновлено 更新日 作成日 现在 작성일";

/// First words of default titles for unnamed files, in lower case; a number, a hash or 副本 may follow.
pub(super) const UNNAMED: &str = "
    新建简历, 新建文档, 新建文本文档, 新简历, 未命名简历, 未命名文档, 未命名, 无标题文档, 无标题, 无题, 默认简历, 我的个人简历, 我的简历,
    个人简历, 简历, 新建履歷, 未命名履歷, 未命名文件, 無標題文件, 無標題, 我的履歷, 個人履歷,
    untitled document, untitled resume, untitled cv, untitled, new resume, new document, my resume, resume, document,
    無題のドキュメント, 無題, 新規ドキュメント, 제목 없음, 제목없음, 새 이력서, 새 문서";
