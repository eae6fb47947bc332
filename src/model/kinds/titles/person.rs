//! Titles for the person: personal data, and statements about themselves.

use super::Titles;
use crate::model::kinds::SectionKind;

pub(super) const TITLES: &[Titles] = &[
    Titles {
        kind: SectionKind::Personal,
        sure: "
            基本状况 综合信息
            个人信息 基本信息 基本资料 个人资料 个人详细资料 个人详细信息 详细个人资料 联系信息 基础信息 基础资料 个人概况 个人简况
            基本情况 个人情况 个人基本信息 个人基本资料 基本个人信息 联络资讯 联络资料 联系资料
            个人档案 个人介绍 应聘者信息 求职者信息 候选人信息 本人信息 本人概况 个人基本情况
            个人资讯 求职意向 求职目标 求职期望 求职信息 期望工作 工作意向 职业意向 应聘意向
            个人信息及联系方式
            personalinformation personalinfo personaldetails contactinformation contactinfo
            contactdetails personaldata personalparticulars basicinformation basicinfo
            mycontacts mycontactsinfo contactsinfo contactsinformation mycontactinfo mycontactinformation
            basicdata mydetails personaldetailsandcontact getintouch reachme howtoreachme contactme generalinformation
            个人データ 个人情报 基本情报 プロフィール 本人情报 基础情报 联络先情报
            인적사항 기본정보 개인정보 프로필 기본사항 기본인적사항 신상정보 개인사항
            personlichedaten personalien kontaktdaten kontaktinformationen angabenzurperson
            zurperson personlicheangaben personlicheinformationen stammdaten zumeinerperson allgemeineinformationen allgemeineangaben allgemeines
            coordonnees informationspersonnelles etatcivil renseignementspersonnels
            donneespersonnelles infospersonnelles contactezmoi mecontacter informationsdecontact
            mescoordonnees canauxdecommunication informationsgenerales moyensdecontact mejoindre oumejoindre
            datospersonales informacionpersonal informaciondecontacto datosdecontacto
            informaciongeneral
            dadospessoais informacoesgerais informacoespessoais dadosdecontato dadosdecontacto informacoesdecontato
            informacaopessoal informacoesdecontacto
            datipersonali informazionipersonali datianagrafici anagrafica recapiti
            informazionidicontatto informazionigenerali
            daneosobowe danekontaktowe informacjeogolne informacjeosobiste danepersonalne
            личныеданные контактнаяинформация контактныеданные личнаяинформация персональныеданные
            персональнаяинформация общаяинформация общиесведения анкетныеданные основнаяинформация
            особистідані контактнаінформація желаемаядолжность
            persoonsgegevens persoonlijkegegevens contactgegevens personalia persoonlijkeinformatie
            personuppgifter kontaktuppgifter personliginformation kontaktinformation
            kisiselbilgiler iletisimbilgileri kisiselbilgi
            thongtincanhan thongtinlienhe thongtinlienlac
            datapribadi datadiri informasipribadi informasikontak biodata biodatadiri",
        alone: "
            联系方式 联系我 联系我们 联络方式 通讯方式 联络我
            contact contacts
            联络先
            연락처
            kontakt personliches
            contatti contato contatos contacto contactos kontakty
            контакты контакти связь
            iletisim lienhe kontak",
        label: "个人 personal adresse anschrift",
    },
    Titles {
        kind: SectionKind::Summary,
        sure: "
            自我评价 自我介绍 个人简述 自我简述 自我概述 个人简介 个人描述 个人优势 个人总结 关于我 自我描述 个人评价 关于自己
            自我总结 自我陈述 自我鉴定 个人陈述 个人自述 自传 职业概述 职业总结 职业摘要 专业摘要
            个人概述 个人概要 个人综述 综合评价 个人亮点 核心优势 核心竞争力 个人特点 个人特质
            专业概述 专业概要 职业概况 职业简介 职业目标 职业规划 职业发展 职业定位 个人定位
            一句话定位 一句话简介 一句话介绍 我的优势 自我优势 优势总结 关于本人 个人说明 自我推荐
            自荐信 求职信 优缺点 个人画像 个人品质 性格特点 个人性格 未来期望 未来规划 个人竞争力
            自我简介 个人小结 自我剖析 自我认知 个人素质 综合素质
            aboutme professionalsummary careersummary careerobjective careerprofile careeroverview
            personalstatement personalsummary personalprofile professionalprofile executivesummary
            executiveprofile whoami whoiam aboutmyself brieflyaboutmyself briefintroduction
            selfintroduction personalintroduction researchstatement summaryofqualifications
            qualificationssummary qualificationsummary careerhighlights professionalobjective
            professionaloverview professionalstatement shortbio careergoals coverletter
            selfevaluation selfassessment profilesummary valueproposition professionalintroduction
            jobobjective professionalbio briefbio
            自己pr 职务要约 职务概要 自己绍介 サマリー サマリ 私について 志望动机 志望の动机
            キャリアサマリー キャリアサマリ 自己アピール アピールポイント 略历 キャリアビジョン
            今後の目标 将来の目标 职历サマリ 职历サマリー 经历概要 经历要约 自己分析 キャリア概要
            职务サマリー 经历サマリー
            자기소개 간단소개 한줄소개 경력요약 지원동기 자기pr 성장과정 성격의장단점 입사후포부
            자소서 나의강점
            kurzprofil ubermich zusammenfassung personlichesprofil berufsprofil kurzvorstellung
            karriereziel karriereziele personlichestarken beruflichesprofil kurzbiografie
            kurzbiographie anschreiben motivationsschreiben steckbrief beruflicheziele
            profilzusammenfassung
            profilprofessionnel apropos aproposdemoi objectifprofessionnel quisuisje enbref
            monprofil projetprofessionnel lettredemotivation profilpersonnel
            perfilprofesional sobremi acercademi acercade resumenprofesional objetivoprofesional
            perfilpersonal quiensoy extractoprofesional objetivolaboral
            perfilprofissional sobremim resumoprofissional objetivoprofissional quemsoueu quemsou
            perfilpessoal resumodequalificacoes cartadeapresentacao objetivosprofissionais
            profiloprofessionale profilopersonale chisono sudime obiettivoprofessionale
            obiettiviprofessionali brevebiografia letteradipresentazione
            omnie profilzawodowy celzawodowy podsumowaniezawodowe celezawodowe kilkaslowomnie
            осебе обомне личныекачества краткоосебе краткаяинформация короткоосебе немногоосебе
            профессиональныипрофиль карьерныецели просебе промене краткоерезюме окандидате
            личностныекачества
            overmij persoonlijkprofiel profielschets wiebenik kortprofiel
            ommig personligprofil
            hakkimda kariyerhedefi benkimim kisiselozet profesyonelozet onyazi
            gioithieubanthan muctieunghenghiep vetoi vebanthan
            tentangsaya profildiri ringkasanprofesional deskripsidiri tujuankarier tujuankarir
            profilsingkat",
        alone: "
            简介 优势 自述 亮点 摘要 自评 自介 关于 职业素养 我是谁
            summary profile about objective objectives bio biography strengths keystrengths mission
            要约 强み ビジョン 长所
            요약 강점 소개글
            profil vorstellung starken motivation ziele
            presentation objectif objectifs synthese accroche pointsforts atouts biographie sommaire
            perfil resumen objetivo objetivos presentacion extracto fortalezas biografia
            sobre resumo apresentacao sintese
            profilo riepilogo sommario sintesi presentazione obiettivo obiettivi riassunto dime
            podsumowanie cel prezentacja
            цель цели профиль описание саммари сильныестороны цельпоиска
            profiel samenvatting doelstelling
            sammanfattning
            ozet
            tomtat muctieu tongquan gioithieu
            ringkasan",
        label: "
            总结 概述 概况 简述 核心亮点 个人成长 成长轨迹
            background overview introduction intro highlights keyhighlights tldr abstract goals statement
            概要 소개
            introduccion introducao introduzione opis введение",
    },
];
