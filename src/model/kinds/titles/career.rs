//! Titles for where the person was: work and education.

use super::Titles;
use crate::model::kinds::SectionKind;

pub(super) const TITLES: &[Titles] = &[
    Titles {
        kind: SectionKind::Work,
        sure: "
            技术经历 行业经历 个人经历 工读经历 assistantships coursestaught teachingpositions
            工作经历 工作经验 实习经历 职业经历 职业发展经历 实习经验 实习工作经历 实习工作经验 工作履历 工作实习经历 从业经历 任职经历
            工作背景 就业经历 就职经历 职业履历 职业生涯 职业历程 从业经验 从业背景 职场经历
            实践经历 实践经验 工作实践 实习实践 公司经历 兼职经历 兼职经验 全职经历 创业经历
            创业经验 实务经验 工作资历 任职情况 任职履历 过往经历 职业背景 职涯经历 职务经历
            服务经历 教学经历 教学经验 任教经历 助教经历 服役经历 部队经历 参军经历 临床经历
            临床经验 护理经历 演出经历 演艺经历 挂职经历 带教经验 工作与实习经历 实习与工作经历
            工作及实习经历 实习及工作经历 实习工作经历
            workexperience employment workhistory employmenthistory professionalexperience
            internships internshipexperience careerhistory professionalbackground
            professionalhistory jobhistory jobexperience employmentexperience employmentrecord
            careerexperience industryexperience industrialexperience researchexperience
            teachingexperience academicexperience academicappointment academicappointments academicpositions
            positionsheld facultypositions researchpositions clinicalexperience relevantexperience otherexperience
            additionalexperience entrepreneurialexperience freelanceexperience militaryexperience
            militaryservice experience experiences workexperiences technicalexperience
            engineeringexperience softwareexperience developmentexperience professionalcareer
            careerpath whereiveworked workbackground experiencesummary professionalexperiencesummary
            practicalexperience volunteerandworkexperience legalexperience managementexperience
            employmentsummary currentposition currentpositions presentposition currentemployment
            postdoctoralexperience industrypositions selectedexperience previousexperience
            pastexperience positions appointments academicandprofessionalappointments
            职历 业务经历 职务履历 职务经验 业务经验 职历详细 职务经历详细 职务详细 アルバイト历
            アルバイト经验 勤务历 社会人经验 业务实绩 主な经历 开发经验 开发经历 就业经验
            职务经历一览 勤务经验 业务履历 インターンシップ经验 インターン经验 职业经验 职务内容详细
            经历详细
            경력 경력사항 업무경험 상세경력 경력기술서 직무경험 경력기술 근무경력 근무경험 실무경험 인턴경험 인턴경력
            회사경력 직장경력 업무경력 주요경력 사회경험 경력이력 경력상세 경력및경험 실무경력
            경력및이력 직장경력사항
            berufserfahrung beruflicherwerdegang berufspraxis beruflicheerfahrung
            beruflicheerfahrungen berufserfahrungen beruflichelaufbahn berufstatigkeit
            beruflichestationen beruflicherhintergrund beruflichetatigkeiten beruflichetatigkeit
            arbeitserfahrung praktischeerfahrung praktischeerfahrungen praktika werdegang
            berufspraktischeerfahrung praxiserfahrung arbeitserfahrungen nebentatigkeiten nebenjobs
            lehrtatigkeit lehrerfahrung freiberuflichetatigkeit freiberuflichetatigkeiten berufsweg
            stationenmeinerlaufbahn
            experienceprofessionnelle experiencesprofessionnelles parcoursprofessionnel
            experiencedetravail experiencesdetravail historiqueprofessionnel experiencespros
            experienceenentreprise experiencesdenseignement experiencedenseignement
            parcoursprofessionnelacademique experiencesdestage
            experiencialaboral experienciaprofesional experienciadetrabajo historiallaboral
            trayectoriaprofesional trayectorialaboral experiencia experiencias experienciadocente
            carreraprofesional antecedenteslaborales historialprofesional practicasprofesionales
            vidalaboral experienciaslaborales experienciasprofesionales
            experienciaprofissional experienciasprofissionais experienciacomercial historicoprofissional
            trajetoriaprofissional atuacaoprofissional experienciadetrabalho percursoprofissional
            vivenciaprofissional
            esperienzalavorativa esperienzelavorative esperienzaprofessionale
            esperienzeprofessionali esperienzadilavoro esperienzedilavoro esperienza esperienze
            percorsoprofessionale storialavorativa carrieraprofessionale esperienzadidattica
            doswiadczeniezawodowe doswiadczenie doswiadczeniekomercyjne dotychczasowedoswiadczenie przebiegkariery historiazatrudnienia
            experienciasdetrabajo experienciasdetrabajos situacionprofesionalactual
            akademischepositionen przebiegzatrudnienia karierazawodowa doswiadczeniewpracy
            опытработы трудовоиопыт профессиональныиопыт трудоваядеятельность местаработы
            коммерческииопыт профессиональнаядеятельность опытразработки трудоваябиография
            профессиональныипуть трудовоипуть моиопыт опыт карьерныипуть преподавательскаядеятельность
            педагогическаядеятельность досвідроботи досвід
            werkervaring professioneleervaring arbeidsverleden beroepservaring relevanteervaring
            arbetslivserfarenhet yrkeserfarenhet arbetserfarenhet tidigareanstallningar
            arbetslivserfarenheter anstallningar anstallning
            isdeneyimi isdeneyimleri meslekideneyim istecrubesi isgecmisi profesyoneldeneyim
            istecrubeleri deneyimler deneyim
            kinhnghiemlamviec kinhnghiemcongviec quatrinhlamviec quatrinhcongtac kinhnghiem
            kinhnghiemthucte
            pengalamankerja riwayatpekerjaan pengalamanprofesional riwayatkerja pengalamanmagang
            pengalaman pengalamanbekerja",
        alone: "
            经历 经验 实习 资历 兼职
            internship teaching career freelance freelancework appointments jobs coop occupation occupations
            professionalroles previousroles priorroles positionsheld postsheld
            workandprojects
            インターン インターンシップ アルバイト キャリア
            인턴 인턴십 경험 이력 아르바이트
            praktikum erfahrung erfahrungen karriere laufbahn arbeitsstellen anstellungen stationen beruf
            berufe berufliches berufsleben stellen tatigkeiten
            selbststandigkeit
            stages parcours carriere enseignement emplois emploi
            trayectoria practicas pasantias docencia empleo empleos trabajo
            estagio estagios carreira emprego empregos trabalho
            carriera tirocini tirocinio lavoro impieghi
            praca kariera staze praktyki zatrudnienie
            работа карьера стажировки стажировка преподавание практика
            ervaring loopbaan werk
            erfarenhet erfarenheter praktik
            tecrube tecrubeler kariyer staj stajlar
            thuctap magang pekerjaan",
        label: "工作 任职 work stage stagesetemplois 仕事 стаж",
    },
    Titles {
        kind: SectionKind::Education,
        sure: "
            学术履历
            教育背景 教育经历 教育经验 学习经历 学历背景 教育情况 教育信息 教育程度 教育履历
            教育培训 教育学历 学历信息 学历教育 学历情况 学习背景 学习经验 求学经历 就读经历
            学业背景 学业经历 受教育经历 受教育情况 受教育背景 学术背景 学术经历 培训经历 培训经验
            培训背景 进修经历 留学经历 继续教育 学经历 简易学经历 教育与培训经历 学校经历
            education educationalbackground academicbackground academics educationalqualifications
            academicqualifications educationhistory academichistory educationalhistory
            educationbackground educationandtraining academiceducation academicrecord
            academiccredentials universityeducation highereducation formaleducation
            professionaldevelopment continuingeducation academicqualification educationaldetails
            academicdetails educationalexperience educationexperience academictraining
            academiccareer academicprofile educationalqualification furthereducation
            professionaltraining certificatesandcourses
            学历 学习历 受讲历 研修历 最终学历 学历情报
            학력 학력사항 교육사항 교육이수 교육경험 교육이력 최종학력 학력및교육 교육및학력
            학력정보 교육이수사항
            ausbildung bildungsweg schulbildung schulischeausbildung akademischeausbildung
            bildungsabschlusse ausundweiterbildung ausbildungundstudium studiumundausbildung
            hochschulbildung weiterbildung weiterbildungen fortbildungen akademischerwerdegang
            schulischerwerdegang bildungsgang berufsausbildung hochschulstudium akademischelaufbahn
            ausbildungen schulausbildung schullaufbahn schuleundstudium beruflicherbildungsweg
            formation formations formationacademique cursusuniversitaire parcoursscolaire
            parcoursacademique scolarite formationuniversitaire parcoursuniversitaire
            formationinitiale formationcontinue formationscomplementaires parcoursdeformation
            etudesetdiplomes diplomesetformations
            educacion formacion formacionacademica formacioncomplementaria educacionsuperior
            estudiosrealizados historialacademico formacionreglada antecedentesacademicos
            educacionformal educacionyformacion formacionprofesional otraformacion
            otraformacionacademica otrosestudios
            educacao formacao formacaoacademica formacaoescolar educacaoescolar escolaridade cursoscomplementares
            formacaocomplementar habilitacoesacademicas qualificacoescomplementares formacaoextracurricular cursosextracurriculares habilitacoesliterarias historicoacademico
            historicoescolar formacaoprofissional
            istruzione istruzioneeformazione formazione titolidistudio percorsodistudi
            percorsoformativo formazioneaccademica formazioneprofessionale
            wyksztalcenie edukacja kursyiszkolenia edukacjaiszkolenia
            образование дополнительноеобразование повышениеквалификации высшееобразование
            профессиональноеобразование основноеобразование курсыповышенияквалификации освіта
            opleiding opleidingen onderwijs opleidingencursussen opleidingenencursussen
            utbildning utbildningar
            egitim egitimbilgileri egitimdurumu ogrenimdurumu egitimgecmisi
            hocvan trinhdohocvan quatrinhhoctap giaoduc quatrinhdaotao
            pendidikan riwayatpendidikan latarbelakangpendidikan pendidikanformal
            pendidikannonformal",
        alone: "
            教育 培训 求学 学业情况 毕业院校
            training trainings schooling degrees studies qualifications bootcamp
            研修 学业
            교육 부트캠프 수료 학교
            bildung studium studien fortbildung abschlusse schule
            etudes diplomes cursus
            estudios titulos cursos
            estudos graduacao conhecimentosextracurriculares
            studi corsi
            kursy szkolenia studia
            обучение учеба курсы тренинги самообразование навчання
            scholing studie cursussen trainingen
            kurser
            ogrenim kurslar
            daotao bangcap
            pelatihan",
        label: "
            学习 aperfeicoamento
            课程 主修课程 相关课程 核心课程 自学 主修
            courses coursework relevantcoursework schule 大学 学校 교육내용 교육과정",
    },
];
