//! Titles for life besides work: service, languages, interests, references.

use super::Titles;
use crate::model::kinds::SectionKind;

pub(super) const TITLES: &[Titles] = &[
    Titles {
        kind: SectionKind::Volunteer,
        sure: "
            课外经验 学术兼职 servicesacademiques institutionalservice departmentalservice
            scientificservice
            校园经历 社会实践 志愿者 志愿经历 在校经历 学生工作 社团经历 校内经历 校园活动 校园实践
            学生活动 学生工作经历 学生干部 学生干部经历 社团活动 社会活动 社会工作 社会实践经历
            社会经历 实践活动 公益经历 公益活动 志愿服务 志愿活动 志愿者经历 志愿者服务 义工经历
            义工经验 课外活动 课外实践 课余活动 在校实践 在校活动 在校职务 校内活动 校内实践
            校内职务 干部经历 支教经历 社区服务 社区活动 大学经历 活动经历 志工经验 社会服务
            社团经验 志工服务 额外活动
            volunteerexperience volunteerwork volunteerservice volunteeractivities communityservice
            communityinvolvement communityengagement extracurricularactivities extracurriculars
            leadershipexperience leadershipactivities socialservice civicengagement
            campusinvolvement campusactivities studentactivities professionalaffiliations
            professionalmemberships academicservice professionalservice extracurricularexperience
            volunteeringexperience volunteering professionalactivities leadershipandactivities
            activitiesandleadership membershipsandaffiliations
            ボランティア ボランティア活动 サークル活动 コミュニティ活动 部活动 对外活动 その他の活动
            ボランティア经验
            대외활동 봉사활동 교내활동 동아리 사회활동 대내외활동 외부활동 동아리활동 봉사 교외활동
            ehrenamt ehrenamtlichetatigkeit ehrenamtlichetatigkeiten ehrenamtlichesengagement
            ehrenamtlichearbeit sozialesengagement gesellschaftlichesengagement freiwilligenarbeit
            freiwilligesengagement ausseruniversitareaktivitaten aussercurriculareaktivitaten
            benevolat vieassociative volontariat activitesassociatives engagementassociatif
            activitesextraprofessionnelles activitesextrascolaires experiencesassociatives
            experienceassociative engagementsassociatifs
            voluntariado actividadesextracurriculares experienciavoluntaria
            actividadesdevoluntariado
            trabalhovoluntario trabalhosvoluntarios atividadesextracurriculares
            atividadescomplementares
            volontariato attivitadivolontariato attivitaextracurriculari esperienzedivolontariato
            wolontariat dzialalnoscspoleczna dzialalnoscdodatkowa
            волонтерство общественнаядеятельность волонтерскаядеятельность внеучебнаядеятельность
            волонтерскииопыт
            vrijwilligerswerk nevenactiviteiten ideelltarbete volontararbete ideelltengagemang
            gonulluluk gonullucalismalar sosyalfaaliyetler gonullufaaliyetler hoatdongngoaikhoa
            hoatdongtinhnguyen hoatdongxahoi pengalamanorganisasi kegiatansukarela kegiatansosial",
        alone: "
            志愿 公益 义工 社团 志工
            volunteer activities leadership extracurricular memberships affiliations outreach
            organizations
            サークル コミュニティ
            활동 커뮤니티 동아리및대외활동 학생회
            engagement aktivitaten mitgliedschaften
            engagements activites
            actividades comunidad comunidades
            atividades
            attivita associazioni
            сообщество
            activiteiten lidmaatschappen engagemang uppdrag aktiviteler tinhnguyen hoatdong
            organisasi kegiatan relawan kepanitiaan",
        label: "
            校园 活动 组织活动 班级职务
            community involvement service mentoring
            주요활동 기타활동",
    },
    Titles {
        kind: SectionKind::Languages,
        sure: "
            英语技能
            语言能力 外语能力 语言水平 语言技能 语言成绩 外语水平 外语技能 英语能力 英语水平
            英文能力 语文能力 语言程度 语言情况 外语情况
            languageskills languageproficiency spokenlanguages foreignlanguages humanlanguages
            languagesspoken languageabilities naturallanguages linguisticskills languagecompetence
            languageknowledge
            语学力 语学スキル 语学能力 外国语 言语能力
            어학능력 외국어능력 어학성적 언어능력 외국어활용능력 어학사항 외국어
            sprachkenntnisse fremdsprachen fremdsprachenkenntnisse
            competenceslinguistiques languesetrangeres languesparlees connaissanceslinguistiques
            idiomas conocimientodeidiomas competenciaslinguisticas
            linguasestrangeiras conhecimentodeidiomas
            linguestraniere competenzelinguistiche conoscenzelinguistiche lingueconosciute
            conoscenzadellelingue
            jezykiobce znajomoscjezykow znajomoscjezykowobcych
            знаниеязыков иностранныеязыки владениеязыками знаниеиностранныхязыков
            talenkennis taalvaardigheden sprakkunskaper yabancidil yabancidiller dilbilgisi ngoaingu
            kemampuanbahasa kemampuanberbahasa",
        alone: "
            外语
            languages
            语学
            어학
            sprachen
            langues
            lenguas linguas lingue jezyki языки мови talen sprak diller ngonngu bahasa",
        label: "语言 language 言语 언어",
    },
    Titles {
        kind: SectionKind::Interests,
        sure: "
            兴趣领域 兴趣方向 areasofresearchinterest
            兴趣爱好 兴趣特长 特长爱好 个人爱好 个人兴趣 业余爱好 业余生活 爱好特长 兴趣与爱好
            我的爱好 研究兴趣 研究方向 工作之余 兴趣专长 兴趣与特长 爱好与特长
            interests hobbies personalinterests hobbiesandinterests interestsandhobbies
            otherinterests researchinterests researchinterest areasofinterest funfacts outsideofwork
            interestsandactivities
            趣味特技 兴味关心 兴味のある分野 关心分野 兴味分野 趣味兴味
            취미및특기 관심분야 취미및관심사 관심사
            interessen hobbys interessenundhobbys hobbysundinteressen freizeitaktivitaten
            personlicheinteressen hobbiesundinteressen
            centresdinteret centredinteret centresdinterets thematiquesderecherche themesderecherche
            axesderecherche loisirs
            interetspersonnels
            aficiones pasatiempos interesespersonales areasdeinteres otrosintereses
            aficioneseintereses
            passatempos areasdeinteresse interessespessoais
            tempolibero interessipersonali hobbyeinteressi interessiehobby
            zainteresowania hobbyizainteresowania
            увлечения хобби хоббииинтересы научныеинтересы интересыихобби всвободноевремя захоплення
            hobbyseninteresses fritidsintressen intressen ilgialanlari ilgialanlarim hobiler
            hobilerim sothich minatdanhobi sothichcanhan",
        alone: "
            兴趣 爱好 嗜好
            hobby interest passions leisure
            趣味 特技 兴味 关心
            취미 특기
            freizeit interets intereses interesses interessi passioni pasje интересы свободноевремя
            fritid minat hobi",
        label: "生活 freetime sparetime",
    },
    Titles {
        kind: SectionKind::References,
        sure: "
            推荐人 推荐信 证明人 推荐评价
            references referees testimonials professionalreferences lettersofrecommendation
            推荐者 推荐文 推荐状 リファレンス
            추천인 추천서 레퍼런스
            referenzen referencias referenciaspersonales referenze referencje рекомендации
            рекомендатели referenties referenser referanslar nguoithamchieu nguoigioithieu referensi",
        alone: "
            recommandation
            recommendations recommendation reference empfehlungen recommandations recomendaciones
            recomendacoes отзывы aanbevelingen",
        label: "推荐",
    },
];

/// Titles of sections that have no kind of their own.
pub(super) const OTHERS: &str = "
    附件 致谢
    其他信息 附加信息 补充信息 其它信息 补充说明 其他经历 其他说明 附加资料 其他资料
    additionalinformation miscellaneous otherinformation furtherinformation additionalinfo
    otheractivities otherthings linksandprofiles
    その他 リンク 外部リンク その他の情报 本人希望 本人希望记入栏 希望条件
    기타 기타사항 추가정보 기타정보 참고사항
    sonstiges weitereinformationen zusatzlicheinformationen weiteres sonstigeangaben
    informationscomplementaires autresinformations informacionadicional otrosdatos
    otrosdatosdeinteres informacoesadicionais outrasinformacoes ulterioriinformazioni
    altreinformazioni maggioriinformazioni dodatkoweinformacje informacjedodatkowe
    дополнительнаяинформация дополнительныесведения overigeinformatie ovrigt digerbilgiler
    thongtinthem thongtinkhac informasitambahan";
