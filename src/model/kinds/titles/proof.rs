//! Titles for recognition by others: awards, certificates, publications.

use super::Titles;
use crate::model::kinds::SectionKind;

pub(super) const TITLES: &[Titles] = &[
    Titles {
        kind: SectionKind::Awards,
        sure: "
            学科竞赛 比赛经验 获奖信息 researchfunding
            获奖情况 获奖经历 荣誉奖项 所获荣誉 个人荣誉 荣誉奖励 竞赛经历 荣誉证书 获奖证书
            获奖荣誉 荣誉情况 荣誉称号 所获奖项 所获奖励 获得荣誉 获得奖项 获奖记录 个人奖项
            奖励荣誉 奖惩情况 竞赛获奖 竞赛情况 竞赛荣誉 比赛经历 比赛获奖 参赛经历 在校荣誉
            在校获奖 荣誉经历 主要荣誉 获奖及竞赛 得奖经历 得奖纪录 获奖纪录 得奖记录 荣誉与奖项
            荣誉和奖项 奖项荣誉 获奖成就 奖励情况 竞赛经验
            honorsandawards honoursandawards awardsandhonors academicachievements academichonors
            academicawards professionalrecognition awardsandachievements scholarshipsandawards
            accolades fellowshipsandawards
            受赏历 受赏经历 表彰历 受赏表彰 赏罚 大会实绩 受赏实绩 コンテスト实绩
            수상경력 수상내역 수상이력 수상실적 수상및활동 수상경험
            auszeichnungen auszeichnungenundpreise preiseundauszeichnungen ehrungen
            distinctions prixetdistinctions boursesetprix recompenses boursesetfinancements
            premiosyreconocimientos premiosydistinciones reconocimientos galardones
            premiosereconhecimentos premiacoes premios
            premiericonoscimenti riconoscimenti borsedistudio
            nagrodyiwyroznienia wyroznienia nagrody
            награды наградыидостижения наградыипремии нагороди
            onderscheidingen utmarkelser oduller giaithuong penghargaan",
        alone: "
            获奖 荣誉 奖项 奖学金 竞赛 奖励 成就 个人成就 得奖
            awards honors honours award honor accomplishments recognition scholarships scholarship
            fellowships grants prizes competitions competition hackathons distinctionsachieved
            achievements
            受赏 表彰 コンテスト
            수상 장학금 공모전 상훈
            preise stipendien wettbewerbe erfolge
            prix bourses concours
            becas logros distinciones
            conquistas bolsas distincoes reconhecimentos
            premi
            osiagniecia stypendia
            достижения премии стипендии гранты конкурсы олимпиады хакатоны досягнення
            prijzen priser stipendier basarilar burslar thanhtich danhhieu hocbong prestasi beasiswa",
        label: "
            业绩 主要成就 个人业绩
            keyachievements keyaccomplishments selectedachievements milestones medals funding
            实绩 主な实绩
            성과 주요성과 대회 포상
            reussites realizacoes successi prestaties",
    },
    Titles {
        kind: SectionKind::Certificates,
        sure: "
            资格证书 技能证书 所获证书 职业资格 执业资格 职业证书 专业证书 专业认证 个人证书
            证书情况 证书资质 资质证书 资质认证 资格认证 技能认证 职业资格证书 相关证书 认证证书
            获得证书 持有证书 专业证照 证照与认证 英语证书 证书与资质 资格证
            certificates certifications licensesandcertifications licencesandcertifications
            licenses&certifications professionalcertifications professionalcertificates
            certificationsandlicenses professionallicenses onlinecertifications
            technicalcertifications certificatesandlicenses accreditations certificationsandtraining
            免许资格 取得资格 保有资格 资格免许 认定资格 所持资格 取得资格等 资格一览 资格情报
            资格检定
            자격증 자격사항 보유자격증 자격및면허 자격증및면허 자격면허 자격증사항 it자격증
            zertifikate zertifizierungen
            certificats certificationsprofessionnelles habilitations
            certificaciones certificados cursosycertificaciones acreditaciones
            certificacoes certificadosecursos cursosecertificacoes
            certificazioni certificati attestati corsiecertificazioni abilitazioni
            certyfikaty certyfikatyiszkolenia uprawnienia
            сертификаты сертификация сертификатыикурсы удостоверения
            certificaten certificeringen certifikat certifieringar sertifikalar chungchi chungnhan
            sertifikat sertifikasi",
        alone: "
            证书 认证 证照 执照 资质
            licenses licences certification certificate credentials badges licensure
            资格 免许 认定 检定
            자격 면허 수료증
            zertifizierung lizenzen fuhrerschein bescheinigungen
            permis certificationobtenue
            licencias certificacao licencas patente licencje дипломы лицензии licenser korkort
            sertifika lisensi",
        label: "",
    },
    Titles {
        kind: SectionKind::Publications,
        sure: "
            发表论文 学术论文 论文发表 发表情况 发表文章 论文著作 论文成果 论文专利 学术成果
            学术发表 学术著作 科研成果 出版物 出版著作 专利论文 专利情况 软件著作权 知识产权
            代表论文 代表性论文 期刊论文 会议论文 学术会议 学术报告 研究论文 论文列表 论文情况
            论文与专利 专利与论文
            publications patents selectedpublications conferencepapers conferencepublications
            conferenceproceedings journalpapers journalarticles journalpublications workingpapers
            bookchapters researchpresentations invitedtalks speakingengagements publicspeaking
            conferencetalks conferencepresentations intellectualproperty peerreviewedpublications
            peerreviewedarticles peerreviewedjournal scientificpublications researchpapers
            talksandpresentations presentationsandtalks patentsandpublications
            publicationsandpatents publicationsandpresentations
            研究业绩 学会发表 登坛历 执笔历 登坛执笔 登坛资料 登坛实绩 执笔实绩 研究发表 学会发表论文 メディア揭载
            발표논문 학회발표 연구실적 논문및특허 논문실적 게재논문 학술활동
            veroffentlichungen publikationen veroffentlichungenundvortrage konferenzbeitrage
            publicationsscientifiques articlesscientifiques communicationsorales
            contributionsscientifiques publicationsetcommunications presentationsorales
            presentationsinvitees
            capitulosdelibros capitulosdelibro publicaciones publicacionescientificas
            articuloscientificos publicacionesycongresos
            publicacoes producaocientifica producaobibliografica artigospublicados
            publicacoescientificas
            pubblicazioni pubblicazioniscientifiche
            publikacje publikacjenaukowe tworczoscipublikacje
            публикации научныепубликации научныеработы научнаядеятельность публікаціі
            publicaties publikationer yayinlar congbokhoahoc baibaokhoahoc publikasi karyatulis",
        alone: "
            在投论文 工作论文 第一作者论文 bookschapters peerreviewedpapers invitedlectures
            论文 专利 著作 发表 软著 讲座 演讲
            publication talks patent articles conferences presentations preprints dissertation
            thesis theses speaking blogposts books
            特许 登坛 著书 执笔 讲演 出版 寄稿
            논문 특허 저서 출판 발표 강연
            vortrage
            brevets communications
            patentes ponencias charlas congresos
            palestras artigos
            brevetti
            patenty wystapienia
            патенты статьи доклады выступления
            presentaties lezingen makaleler baibao",
        label: "
            国际会议 国内会议
            技术文章 技术分享 博客文章 专著 毕业论文 学位论文 研究成果
            papers reports writing writings posts press media lectures posters
            アウトプット 记事 发信
            artikel articlesdeblog articulos articoli artykuly конференции",
    },
];
