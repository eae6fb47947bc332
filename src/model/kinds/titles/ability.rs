//! Titles for what the person made and can do: projects and skills.

use super::Titles;
use crate::model::kinds::SectionKind;

pub(super) const TITLES: &[Titles] = &[
    Titles {
        kind: SectionKind::Projects,
        sure: "
            创新创业经历
            项目经历 项目经验 开源项目 个人项目 开源经历 开源贡献 科研经历 项目展示 项目作品
            项目实践 个人作品 作品展示 实战项目 科研项目 研究经历 研究经验 项目实战经验 专案经验
            专案经历 专案作品 个人开源项目 开源作品 项目开发经历 项目开发经验 公开项目 个人专案
            项目工作经历 业余项目 学术研究
            opensource personalprojects opensourceprojects projectexperience selectedprojects
            sideprojects academicprojects researchprojects projecthistory featuredprojects
            notableprojects opensourcecontributions opensourcework opensourceexperience
            selectedworks selectedwork professionalprojects freelanceprojects hobbyprojects
            petprojects technicalprojects codeexamples examplesofwork projectportfolio worksamples
            opensourcesoftware opensourceinvolvement academicandpersonalprojects
            プロジェクト经历 プロジェクト经验 プロジェクト实绩 个人开发 制作物 开发实绩 制作实绩
            参画プロジェクト 参加プロジェクト oss活动 个人プロジェクト 研究实绩 个人制作
            プロジェクト履历 个人开发实绩 携わったプロジェクト 担当プロジェクト
            프로젝트경험 주요프로젝트 개인프로젝트 팀프로젝트 사이드프로젝트 토이프로젝트
            프로젝트이력 참여프로젝트 수행프로젝트 진행프로젝트 프로젝트경력 프로젝트수행이력
            프로젝트하이라이트 프로젝트및활동 개발프로젝트 프로젝트내역 오픈소스기여
            오픈소스프로젝트
            projekterfahrung projekterfahrungen privateprojekte personlicheprojekte projektliste
            projektubersicht projekthistorie ausgewahlteprojekte eigeneprojekte nebenprojekte
            referenzprojekte arbeitsproben forschungsprojekte
            projetspersonnels projetsacademiques projetsprofessionnels projetsrealises
            projetsderecherche projetsscolaires projetsselectionnes projetsfinances
            proyectospersonales proyectosdestacados proyectosrealizados proyectosalternativos
            proyectosrecientes proyectosprofesionales
            projetospessoais projetosacademicos projectospessoais
            progettipersonali progettisvolti
            projektywlasne projektyosobiste projektyprywatne
            петпроекты petпроекты личныепроекты опытпроектов моипроекты примерыработ
            примерыкода
            собственныепроекты выполненныепроекты своипроекты учебныепроекты проектныиопыт
            persoonlijkeprojecten eigenprojecten
            egnaprojekt kisiselprojeler duancanhan cacduan duantieubieu proyekpribadi",
        alone: "
            项目 开源 作品集 代表作品 科研 项目案例 专案
            projects project portfolio research opensourcecontribution apps
            プロジェクト ポートフォリオ 作品 研究 オープンソース 成果物
            프로젝트 오픈소스 포트폴리오 연구
            projekte forschung projektarbeiten abschlussarbeiten
            projets realisations recherche travaux
            proyectos portafolio investigacion trabajos
            projetos projectos pesquisa
            progetti ricerca lavori
            projekty
            проекты проєкти портфолио работы
            projecten projekt projeler duan proyek portofolio",
        label: "
            重点项目 其他项目 独立项目 创新经历 案例展示 作品链接 其他专案 그외프로젝트
            案例 主要项目 代表项目 核心项目 典型案例 课题 毕业设计 参与项目 负责项目 研究项目
            项目列表 主要作品 主要专案
            works contributions keyprojects mainprojects majorprojects casestudies products capstone
            capstoneproject codeexample sideproject personalproject
            主なプロジェクト 제작 작품",
    },
    Titles {
        kind: SectionKind::Skills,
        sure: "
            专业技能 技能清单 个人技能 技能特长 技术能力 技能专长 职业技能 专业能力 技能列表 技能点
            技术清单 相关技能 掌握技能 专业技术 技术特长 技能栈 技能树 技能概述 技能总结 技能概览
            技能概况 技能标签 技能水平 个人能力 核心能力 核心技能 综合能力 综合技能 工作技能
            职业能力 职业特长 专业特长 专业专长 专业领域 擅长领域 擅长技能 核心专长 技术专长
            技术优势 技术背景 技术概览 技术储备 技术领域 技术技能 编程技能 编程能力 开发技能
            计算机技能 计算机能力 计算机水平 电脑技能 办公技能 软件技能 it技能 it能力 专业知识
            知识技能 技能与工具 硬技能 软技能 其他技能 其它技能 通用技能 复合能力 能力特长 能力专长
            我的技能 业务技能 业务能力 专长技能 技能掌握 能力概述 技能掌握情况 专业技能清单
            专业能力与特点 个人特长 技能储备 职业技能清单 技能总览
            skills technicalskills coreskills skillset technicalskill technicalexpertise expertise
            digitalskills competencesinformatiques competencesinformatique competenzeacquisite
            areasofexpertise areaofexpertise keyskills keycompetencies corecompetencies
            corecompetence competencies competences coreexpertise professionalskills softskills
            hardskills itskills computerskills computingskills programmingskills
            technicalproficiencies technicalproficiency proficiencies technicalcompetencies
            technicalknowledge technicalstrengths technicalabilities technicaltoolkit
            technicalbackground technicalsummary technicalprofile otherskills additionalskills
            relevantskills skillssummary summaryofskills skillsoverview skillsets skillhighlights
            languagesandframeworks languages&frameworks languagesandtechnologies
            languages&technologies languagesandtools languages&tools professionalexpertise
            corestrengths engineeringskills leadershipskills skillsmatrix businessskills
            スキル スキルセット テクニカルスキル 保有スキル 技术スキル 得意分野 活かせるスキル
            活かせる经验知识技术 活かせる经验知识 活かせる经验 活かせる知识スキル 开发スキル
            itスキル pcスキル ビジネススキル 专门スキル 得意领域 专门分野 对应可能领域 スキル一览
            スキル熟练度表 できること 得意なこと スキルサマリー スキルサマリ スキルマップ
            スキルシート プログラミングスキル できること得意なこと
            보유기술 스킬셋 핵심역량 기술역량 보유역량 기술및역량 직무역량 개발역량 전문기술
            기술스택및역량 핵심기술 보유스킬 직무능력 업무역량
            kenntnisse fahigkeiten fachkenntnisse itkenntnisse edvkenntnisse kompetenzen
            technischekenntnisse technischefahigkeiten fertigkeiten softwarekenntnisse
            computerkenntnisse technischekompetenzen besonderekenntnisse weiterekenntnisse
            sonstigekenntnisse zusatzlichekenntnisse zusatzqualifikationen kernkompetenzen
            fachlichekompetenzen sozialekompetenzen programmierkenntnisse technischequalifikationen
            schlusselqualifikationen personlichefahigkeiten kenntnisseundfahigkeiten
            kenntnisse&fahigkeiten qualifikationen besonderefahigkeiten fachlichequalifikationen edv
            competencestechniques savoirfaire competencescles competencesinformatiques
            competencesprofessionnelles competencestransversales domainesdecompetences
            domainesdexpertise competencesprincipales competencesnumeriques connaissancestechniques
            niveauxdeconnaissance savoiretre domainesdecompetence connaissancesinformatiques
            competencespersonnelles
            habilidades competencias habilidadestecnicas conocimientostecnicos
            conocimientosinformaticos competenciastecnicas competenciasdigitales habilidadesblandas
            habilidadespersonales conocimientos aptitudes destrezas competenciasprofesionales
            habilidadesycompetencias habilidadesclave habilidadesclaves
            habilidadestecnicasepessoais conhecimentostecnicos competenciaspessoais
            competenciasdigitais conhecimentoseminformatica conhecimentosespecificos conhecimentos
            qualificacoesprofissionais aptidoes habilidadesecompetencias
            competenze competenzetecniche capacitaecompetenze competenzeinformatiche
            conoscenzeinformatiche competenzeprofessionali competenzedigitali competenzepersonali
            competenzetrasversali conoscenzetecniche abilita capacitaecompetenzepersonali
            capacitaecompetenzerelazionali capacitaecompetenzeorganizzative capacitaecompetenzetecniche
            capacitaecompetenzeartistiche altrecapacitaecompetenze
            umiejetnosci umiejetnoscitechniczne kluczoweumiejetnosci umiejetnoscimiekkie kompetencje
            umiejetnoscizawodowe kwalifikacje znajomosctechnologii
            навыки ключевыенавыки профессиональныенавыки техническиенавыки уменияинавыки
            знанияинавыки компетенции профессиональныекомпетенции основныенавыки компьютерныенавыки
            гибкиенавыки дополнительныенавыки стектехнологии техническиистек технологическиистек
            умения навички профессиональныеумения знанияиумения стекиинструменты
            vaardigheden competenties technischevaardigheden ictvaardigheden computervaardigheden
            kerncompetenties persoonlijkevaardigheden
            fardigheter kompetenser tekniskafardigheter datakunskaper tekniskakunskaper
            yetenekler beceriler teknikbeceriler yetkinlikler teknikyetenekler bilgisayarbilgisi
            kisiselbeceriler bilgisayarbecerileri
            kynang kinang kynangchuyenmon kynangmem cackynang kynangchinh kynangkythuat kynangkhac
            keahlian keterampilan keahlianteknis kompetensi kemampuanteknis",
        alone: "
            技能 特长 专长 擅长 核心技术
            skill capabilities specialties specialities abilities proficiency competence knowhow
            テクニカル 技术力 知识
            스킬 역량 전문분야
            expertisetechnique schwerpunkte
            connaissances savoirs aptitudesprofessionnelles qualificationsprofessionnelles
            especialidades capacidades
            qualificacoes
            conoscenze capacita
            знания квалификация
            kennis kwaliteiten kernkwaliteiten
            kompetens kunskaper
            kemampuan",
        label: "
            主要技能 使用的技术 擅长的编程语言 擅长的框架 经常使用的工具 技术掌握 编程
            开发语言与工具 开发言语 technik sw역량
            技术栈 技术 能力 技术方向 技术水平 核心技术栈 编程语言 开发语言 程式语言 工具 开发工具
            工具软件 常用工具 软件工具 掌握技术 熟悉技术 擅长技术 语言与框架 框架 数据库
            technologies techstack technologystack technology tools toolsandtechnologies
            tools&technologies stack programming programminglanguages frameworks toolset toolbox
            toolkit knowledge specialization specializations
            技术スタック 经验技术 言语フレームワーク プログラミング言语 利用技术 使用技术
            기술 기술스택 사용기술 주요기술 활용언어 프로그래밍언어 개발언어 사용가능기술
            사용가능한기술 테크스택 주요기술스택
            technologien programmiersprachen werkzeuge technologiestack
            technologiesutilisees outils langages langagesdeprogrammation informatique
            tecnologias herramientas tecnologiasemdestaque tecnologiasutilizadas lenguajesdeprogramacion informatica
            ferramentas linguagensdeprogramacao
            tecnologie linguaggidiprogrammazione
            technologie narzedzia
            технологии стек инструменты языкипрограммирования основныетехнологии
            technologieen tekniker teknolojiler programlamadilleri congnghe teknologi",
    },
];
