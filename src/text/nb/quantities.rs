//! Tallenes navn: what every quantity that can be opened is called in bokmål, and what it is.

use super::Nb;
use crate::model::municipality::{Indicator, Municipality};
use crate::model::quantity::{
    InvestmentLine, OfAgeGroup, OfFrame, OfMeasure, OfOwnMeasure, OfOwnProject, OfPool, OfProject, Quantity,
    RevenueLine,
};
use crate::model::scenario::Scenario;
use crate::text::LeverWords;

/// The name of a quantity, and one sentence of what it is.
#[rustfmt::skip]
#[allow(clippy::too_many_lines, clippy::enum_glob_use, reason = "a list to look names up in")]
pub(super) fn words(quantity: Quantity) -> (&'static str, &'static str) {
    use Quantity::*;
    match quantity {
        Ratio(Indicator::NetOperatingResult) => ("Netto driftsresultat i prosent", "Netto driftsresultat i prosent av brutto driftsinntekter."),
        Ratio(Indicator::DispositionFund) => ("Disposisjonsfond i prosent", "Disposisjonsfondet 31. desember i prosent av brutto driftsinntekter."),
        Ratio(Indicator::DebtRatio) => ("Gjeldsgrad", "Lånegjelden 31. desember, slik regelen måler den, i prosent av brutto driftsinntekter."),
        InvestmentRatio => ("Investeringer i prosent", "Årets investeringer i prosent av brutto driftsinntekter."),
        NetOperatingResult => ("Netto driftsresultat", "Det som er igjen når drift, renter og avdrag er betalt."),
        GrossOperatingResult => ("Brutto driftsresultat", "Inntekter minus driftsutgifter og avskrivninger."),
        NetFinance => ("Netto finans", "Finansinntekter minus renter og avdrag."),

        OperatingRevenue => ("Sum driftsinntekter", "Summen av inntektslinjene i bevilgningsoversikten."),
        GrossRevenue => ("Brutto driftsinntekter", "Alle driftsinntekter; det alle måltall er prosent av."),
        GrossRevenueFixed => ("Brutto driftsinntekter i faste priser", "Brutto driftsinntekter før prisindeksen."),
        FirstGrossRevenue => ("Brutto driftsinntekter i første planår", "Utgangspunktet som inntektene vokser fra."),
        RevenueChange => ("Endring i inntektslinjene", "Det inntektslinjene har økt med siden første planår."),
        IncomeGrowth => ("Inntektsvekst av innbyggere", "Det innbyggertallet alene har gitt av økte inntekter siden første planår."),
        Revenue(line) => (line_name(line), "Linjen i bevilgningsoversikten, i årets priser."),
        RevenueFixed(_) => ("I faste priser", "Inntektslinjen før prisindeksen."),
        RevenueByRule(_) => ("Etter regelen", "Det inntektslinjen blir etter modellens regler, før det trykt linje avviker med."),
        RevenueByInhabitants(_) => ("Etter innbyggertall", "Inntekten i første planår, økt like mye som innbyggertallet."),
        FirstRevenue(_) => ("I første planår", "Linjen i første planår, som den vokser fra."),
        RealGrowth(_) => ("Realvekst", "Det realvekst i frie inntekter ut over planen gir."),
        RevenueCalibration(_) => ("Kalibrering", "Det den trykte linjen avviker fra regelen med. Etter siste trykte år står avviket."),
        PrintedRevenue(_) => ("Trykt", "Linjen slik dokumentet har den."),
        RealGrowthRate => ("Samlet realvekst", "Den årlige realveksten ut over planen, lagt sammen fra andre planår."),
        FreeRevenue => ("Frie inntekter", "Den delen av inntektene som inntektssystemet flytter."),
        FreeRevenueShare => ("Frie inntekters andel", "Hvor stor del av inntektene som er frie."),

        Inhabitants => ("Innbyggere", "Innbyggere 1. januar."),
        AgeGroup(_, OfAgeGroup::Inhabitants) => ("Innbyggere i aldersgruppen", "Innbyggere 1. januar i aldersgruppen."),
        AgeGroup(_, OfAgeGroup::Prognosis) => ("Prognose for aldersgruppen", "Innbyggere i aldersgruppen etter den valgte prognosen."),
        PopulationRounding => ("Avrunding i befolkningstabellen", "Det den trykte summen avviker fra gruppene med."),
        AgeGroup(_, OfAgeGroup::ExtraGrowth) => ("Ekstra vekst i aldersgruppen", "Prosentpoeng lagt til den årlige veksten."),

        OperatingCosts => ("Driftsutgifter", "Driftsutgifter uten avskrivninger; netto bevilgninger der bevilgningsoversikten er gitt."),
        OperatingCostsFixed => ("Driftsutgifter i faste priser", "Driftsutgiftene før prisindeksen."),
        OperatingCostsByRule => ("Driftsutgifter etter regelen", "Driftsutgiftene før det trykt linje avviker med."),
        PlannedCosts => ("Driftsutgifter før spakene", "Utgiftene etter planens regel, før lønn, priser og tiltak."),
        FirstCosts => ("Driftsutgifter i første planår", "Utgiftene som de senere årene bygger på."),
        PrintedCosts => ("Trykte bevilgninger til drift", "Linjen slik dokumentet har den."),
        CostCalibration => ("Kalibrering av driftsutgifter", "Det de trykte bevilgningene avviker fra regelen med. Etter siste trykte år står avviket."),
        GrowthOfNeed => ("Vekst i tjenestenes behov", "En andel av inntektsveksten, eller det endringen i alder koster."),
        ServiceShare => ("Tjenestenes andel av veksten", "Hvor stor del av inntektsveksten som går til tjenestene."),
        AgeGroup(_, OfAgeGroup::Cost) => ("Kostnad av endret alder", "Det flere eller færre innbyggere i aldersgruppen koster."),
        AgeGroup(_, OfAgeGroup::CostPerInhabitant) => ("Kostnad per innbygger", "Det tjenestene koster per innbygger i aldersgruppen og år."),
        RevenueByPeopleNow(_) => ("Etter årets innbyggere", "Linjen i første planår ganget med veksten i innbyggere til og med året, uten etterslep."),
        RealGrowthOfIncome => ("Realvekst i inntektene", "Det spaken for realvekst gir."),
        RealGrowthToServices => ("Realvekst til tjenestene", "Tjenestenes andel av realveksten, etter planens egen regel."),
        FirstOwnRevenue => ("Tjenestenes egne inntekter i første planår", "Brutto driftsinntekter minus de generelle inntektene."),
        UnrealisedProgramme => ("Omstilling som ikke gjennomføres", "Den delen av planens omstilling som ikke blir noe av."),
        RealisedProgramme => ("Omstilling som gjennomføres", "Gjennomføringsgraden av planens omstilling, når ingen av tiltakene i den er listet."),
        OwnRevenue => ("Tjenestenes egne inntekter", "Brutto driftsinntekter minus de generelle inntektene."),
        GrossCosts => ("Brutto driftsutgifter", "Det lønns- og prisvekst virker på: nettoutgiftene og tjenestenes egne inntekter."),
        PlanRestructuring => ("Planens omstilling", "Innsparingen som ligger i planens eget program."),
        FileCalibration => ("Planens kalibrering", "Det som må legges til for at de trykte tallene skal komme ut på kronen."),
        CostGrowth => ("Lønns- og prisvekst", "Det lønn og priser øker med utover deflatoren."),
        CostGrowthRate => ("Samlet lønns- og prisvekst", "Vekst utover deflatoren siden første planår, veid."),
        WagePart => ("Lønnens del av veksten", "Lønnsandelen av samlet lønnsvekst."),
        PricePart => ("Prisenes del av veksten", "Resten av utgiftene ganget med samlet prisvekst."),
        WageShare => ("Lønnsandel", "Hvor stor del av driftsutgiftene som er lønn."),
        PriceShare => ("Andel uten lønn", "Den delen av utgiftene som følger prisene."),
        WageGrowth => ("Samlet lønnsvekst", "Lønnsvekst utover deflatoren, lagt sammen fra andre planår."),
        PriceGrowth => ("Samlet prisvekst", "Prisvekst utover deflatoren, lagt sammen fra andre planår."),
        OwnRestructuring => ("Ny omstilling", "Innsparing i tillegg til planens, slik den gjennomføres."),
        Measures => ("Endrede tiltak", "Det tiltak som er endret fra planen, gir i driftsutgifter."),
        Measure(_, OfMeasure::Change) => ("Endring av tiltak", "Tiltaket nå minus tiltaket i planen."),
        Measure(_, OfMeasure::Now) => ("Tiltak, gjennomført", "Det tiltaket gir i utgifter når gjennomføringsgraden er regnet med."),
        Measure(_, OfMeasure::Chosen) => ("Tiltak, valgt", "Den valgte delen av tiltakets beløp."),
        Measure(_, OfMeasure::Amount) => ("Tiltakets beløp", "Endring i netto ramme slik dokumentet har den; minus sparer."),
        OwnMeasure(_, OfOwnMeasure::Change) => ("Eget tiltak", "Et tiltak du har lagt til."),
        OwnMeasure(_, OfOwnMeasure::Effect) => ("Eget tiltak, gjennomført", "Årets virkning når gjennomføringsgraden er regnet med."),
        OwnMeasure(_, OfOwnMeasure::Amount) => ("Eget tiltaks beløp", "Årets virkning av tiltaket; minus sparer."),
        OwnMeasure(_, OfOwnMeasure::OneOff) => ("Engangskostnad", "Det tiltaket koster én gang."),
        Frames => ("Endrede rammer", "Det endringer i sektorenes rammer gir."),
        Frame(_, OfFrame::Change) => ("Endring i rammen", "Prosentvis endring av sektorens ramme."),
        Frame(_, OfFrame::Amount) => ("Rammen", "Sektorens netto ramme i planen."),
        BuildingEffects => ("Driftseffekt av endrede bygg", "Drift som kommer eller faller bort fordi bygg blir ferdige i andre år enn planlagt."),
        Project(_, OfProject::EffectChange) => ("Driftseffekt", "Byggets virkning på årlig drift, der det avviker fra planen."),
        Project(_, OfProject::Effect) => ("Driftseffekt i full drift", "Byggets virkning på årlig drift når det er i bruk."),
        Project(_, OfProject::LastYear) => ("Siste byggeår", "Det siste året prosjektet koster noe; virkningen regnes fra året etter."),
        OwnProject(_, OfOwnProject::Effect) => ("Driftseffekt av eget prosjekt", "Økt årlig drift fra året etter at prosjektet er ferdig."),

        Depreciation => ("Avskrivninger", "Årets avskrivninger; motposten tar dem ut igjen av netto driftsresultat."),
        PrintedDepreciation => ("Trykte avskrivninger", "Linjen slik dokumentet har den; siste nivå står."),
        AddedDepreciation => ("Avskrivninger mer enn i planen", "Avskrivninger av det scenarioet bygger mer eller mindre enn planen."),
        ProjectDepreciations => ("Avskrivninger av det som bygges", "Årlige avskrivninger av det som er tatt i bruk i framskrivingen."),
        OldBookValue => ("Bokført verdi av gamle anlegg", "Verdien ved utgangen av siste trykte år, uten det som tas i bruk senere."),
        RunOff => ("Årlig nedgang i gamle avskrivninger", "Gamle anlegg av alle aldre går jevnt ut: avskrivningene i annen, delt på to ganger bokført verdi."),
        OldDepreciation => ("Avskrivninger av gamle anlegg", "Siste trykte nivå, etter hvert som anleggene er ferdig avskrevet."),
        StandingDepreciation => ("Avskrivninger i planen", "Gamle anlegg og det planen tar i bruk etter siste trykte år."),
        Pool(_, OfPool::Finished) => ("Ferdige bygg", "Samlet kostnad for det som tas i bruk i året, med samme levetid og mva-andel."),
        Pool(_, OfPool::Built) => ("Ferdige bygg, det som gjennomføres", "Kostnaden ganget med omfanget av investeringene."),
        Pool(_, OfPool::Vat) => ("Merverdiavgift som kompenseres", "Mva-andelen av kostnaden; den avskrives ikke."),
        Pool(_, OfPool::PutIntoUse) => ("Tatt i bruk", "Kostnaden uten kompensert merverdiavgift."),
        Pool(_, OfPool::InUse) => ("Anlegg i bruk", "Det som er tatt i bruk og ikke er ferdig avskrevet."),
        Pool(_, OfPool::Depreciation) => ("Avskrivning", "Anleggene i bruk delt på levetiden."),
        Pool(_, OfPool::Lifetime) => ("Levetid", "Antall år anleggene avskrives over."),
        OwnProject(_, OfOwnProject::Finished) => ("Eget prosjekt, ferdig", "Kostnaden det året prosjektet tas i bruk."),
        Project(_, OfProject::Total) => ("Prosjektets samlede kostnad", "Det prosjektet koster i framskrivingens år."),
        DepreciationReversed => ("Motpost avskrivninger", "Tar avskrivningene ut igjen, så de ikke påvirker netto driftsresultat."),
        DepreciationDifference => ("Avvik i motposten", "Det den trykte motposten avviker fra avskrivningene med."),
        BookValue => ("Bokført verdi", "Avskrivbare anleggsmidler 31. desember."),

        FinancialIncome => ("Finansinntekter", "Renteinntekter, utbytte, gevinster, og det spakene endrer i dem."),
        InterestIncome => ("Renteinntekter", "Linjen slik dokumentet har den; siste nivå står."),
        Dividends => ("Utbytte", "Utbytte i årets priser."),
        DividendsFixed => ("Utbytte i faste priser", "Trykt utbytte og endringen fra spaken."),
        PrintedDividends => ("Trykt utbytte", "Linjen slik dokumentet har den; siste nivå står."),
        Gains => ("Gevinster og tap", "Linjen slik dokumentet har den; siste nivå står."),
        FundYieldChange => ("Endring i avkastning av fondet", "Det fondet tjener ut over planen."),
        FundYield => ("Avkastning av fondet", "Markedets rente av gjennomsnittlig fond."),
        FundYieldInPlan => ("Avkastning av fondet i planen", "Det samme for planens fond; den ligger i planens egne linjer."),
        ClosingFundForYield => ("Disposisjonsfond ved årets slutt", "Fondet slik avkastningen er regnet."),
        MarketRate => ("Markedets rente", "Planens snittrente og markedets endring, med en gang."),
        CalculationRate => ("Kalkylerente", "Planens snittrente og markedets endring, som selvkostgebyrene regnes av."),
        RecoveredInterest => ("Endring i gebyrer, videreutlån og kompensasjon", "Det som kommer tilbake av renter og avdrag ut over de trykte linjene."),
        SelfCostFees => ("Kapitalkostnad i gebyrene", "Kalkylerente og avdrag på selvkostgjelden, som brukerne betaler."),
        SelfCostFeesInPrint => ("Kapitalkostnad i de trykte gebyrene", "Det samme i siste trykte år; det ligger i de trykte linjene."),
        SelfCostInterest => ("Kalkylerenter på selvkostgjeld", "Markedets rente av gjennomsnittlig selvkostgjeld."),
        SelfCostInterestInPrint => ("Kalkylerenter i trykt år", "Planens rente av gjennomsnittlig selvkostgjeld."),
        OnLendingHedge => ("Endrede renter på videreutlån", "Markedets endring på det som er lånt videre."),
        OnLendingInterest => ("Renter på videreutlån", "Planens rente av det som er lånt videre; de som lånte, betaler den."),
        OnLendingInterestInPrint => ("Renter på videreutlån i de trykte linjene", "Det samme i siste trykte år, som ligger i de trykte linjene."),
        HedgeIncome => ("Endrede renter på innskudd og kompensasjon", "Markedets endring på innskudd og rentekompensert gjeld."),
        Hedged => ("Innskudd og rentekompensert gjeld", "Det som følger markedets rente med en gang."),
        CompensatedDebt => ("Rentekompensert gjeld", "Gjeld som staten dekker renten på."),
        Deposits => ("Innskudd", "Bankinnskudd som får markedets rente."),

        AverageRate => ("Snittrente", "Renten kommunen betaler på gjennomsnittlig gjeld."),
        PlanRate => ("Planens snittrente", "Snittrenten planen regner med; siste nivå står."),
        FloatingPart => ("Endring på flytende lån", "Flytende andel av markedets endring."),
        FixedPart => ("Endring på bundne lån", "Bundet andel av det de bundne lånene har møtt av endringen."),
        FloatingShare => ("Flytende andel", "Den delen av gjelden som følger markedet med en gang."),
        FixedShare => ("Bundet andel", "Resten av gjelden."),
        ShiftReached => ("Endring som har nådd bundne lån", "Hvor mye av markedets endring lånene har møtt etter hvert som de forfaller."),
        MarketShift => ("Endring i markedsrenten", "Prosentpoeng over eller under det planen regner med."),
        MaturingShare => ("Andel som forfaller", "Den delen av fastrentelånene som får ny rente i året."),
        FixingYears => ("Fastrentetrappens lengde", "Antall år de bundne lånene forfaller over."),
        DeficitInterest => ("Renter på merforbruk", "Markedets rente av det som sto udekket ved årets start: penger som mangler, må lånes."),
        Interest => ("Renteutgifter", "Årets renteutgifter."),
        InterestByRule => ("Renter etter regelen", "Snittrenten av gjennomsnittlig gjeld i året."),
        InterestCalibration => ("Kalibrering av renter", "Det de trykte rentene avviker fra regelen med. Etter siste trykte år står avviket."),
        PrintedInterest => ("Trykte renteutgifter", "Linjen slik dokumentet har den."),
        ClosingDebtForInterest => ("Brutto lånegjeld ved årets slutt", "Gjelden slik renten er regnet."),
        DebtBeforeLoans => ("Brutto lånegjeld før ordinære lån", "Gjelden ved årets slutt før lån som avhenger av årets resultat."),

        ShiftOnUnknownDebt => ("Renteendring på planens egen gjeldsendring", "Der gjelden ikke er oppgitt, virker renteendringen bare på det som lånes ut over planen."),
        InterestOnPlannedDebt => ("Planens gjeldsendring til ny rente", "Snittrenten av den endringen i gjeld som planen selv har."),
        PlannedInterestOnDebt => ("Planens gjeldsendring til planens rente", "Planens snittrente av den samme endringen."),

        Instalments => ("Avdrag", "Avdrag på ordinære lån og selvkostlån."),
        OrdinaryInstalments => ("Ordinære avdrag", "Avdrag som den vanlige driften betaler."),
        SelfCostInstalments => ("Avdrag på selvkostgjeld", "Avdrag som brukerne betaler gjennom gebyrer."),
        InstalmentsDue => ("Avdrag før taket", "Avdrag etter regelen, uten selvkost."),
        AllInstalmentsDue => ("Avdrag etter regelen", "Andelen av gjelden og kalibreringen, aldri under minimumsavdraget."),
        InstalmentFloor => ("Laveste lovlige avdrag", "Minimumsavdraget; i et trykt år likevel ikke mer enn det som er trykt."),
        PrintBelowMinimum => ("Trykt under minimumsavdraget", "Det de trykte avdragene mangler på minimumsavdraget."),
        InstalmentsByShare => ("Avdrag etter andel", "Avdragsandelen av gjelden ved årets start."),
        InstalmentShare => ("Avdragsandel", "Avdrag i prosent av gjelden ved årets start."),
        InstalmentCalibration => ("Kalibrering av avdrag", "Det de trykte avdragene avviker fra regelen med. Etter siste trykte år står avviket."),
        PrintedInstalments => ("Trykte avdrag", "Linjen slik dokumentet har den."),
        MinimumInstalments => ("Minimumsavdrag", "Kommuneloven § 14-18: avskrivninger ganget med gjeld delt på bokført verdi."),

        Debt => ("Lånegjeld", "Lånegjeld 31. desember, slik regelen måler den."),
        GrossDebt => ("Brutto lånegjeld", "All gjeld 31. desember som det betales rente av."),
        OwnDebt => ("Gjeld uten videreutlån", "Ordinær gjeld og selvkostgjeld 31. desember."),
        OrdinaryDebt => ("Ordinær gjeld", "Gjeld 31. desember som den vanlige driften bærer."),
        SelfCostDebt => ("Selvkostgjeld", "Gjeld 31. desember som brukerne betaler gjennom gebyrer."),
        OnLendingDebt => ("Gjeld til videreutlån", "Gjeld 31. desember som de som lånte, betaler."),
        UnusedLoans => ("Ubrukte lånemidler", "Lån som er tatt opp og ikke brukt."),
        OnLendingLoans => ("Nye lån til videreutlån", "Årets opptak; siste nivå står."),
        OnLendingInstalments => ("Avdrag på videreutlån", "Årets avdrag; siste nivå står."),
        ExtraRepayment => ("Ekstraordinær nedbetaling", "Det salg i scenarioet betaler ned ut over årets lånebehov."),
        SurplusOfSales => ("Inntekter ut over investeringene", "Det som kommer inn mer enn det som skal betales."),
        OrdinaryDebtLeft => ("Ordinær gjeld etter avdrag", "Det som er igjen å betale ned."),

        Transfer => ("Overføring til investering", "Det driften gir til investeringer."),
        AssumedResult => ("Årets resultat", "Resultatet som disponeringen er regnet av; det er likt netto driftsresultat."),
        ResultBeforeInterest => ("Resultat før renter", "Inntekter minus drift og avdrag, før renter på gjelden og endret avkastning av fondet."),
        PaidByTransfer => ("Dekket av overføringen", "Den delen av overføringen som årets investeringer trenger."),
        ResultLeft => ("Igjen av resultatet", "Resultatet etter bundne fond og dekning av merforbruk."),
        LeftForFund => ("Igjen til fondet", "Det som er igjen etter overføringen til investering; minus må dekkes av fondet."),
        LeftForInvestment => ("Igjen til investeringer", "Resultatet etter bundne fond, merforbruk og det fondet skal ha."),
        LeftWithFund => ("Resultat og fond", "Resultatet og det som er på fondet; mer kan ikke overføres."),
        MostToTransfer | PrintedTransfer => ("Trykt overføring til investering", "Overføringen slik dokumentet har den."),
        FundNeed => ("Det fondet skal ha", "Trykt avsetning, eller det fondet mangler på målet."),
        PrintedAllocation => ("Trykt avsetning til fondet", "Avsetningen slik dokumentet har den; minus er bruk."),
        FundTarget => ("Fondsmålet i kroner", "Det fondet skal være på før noe overføres til investering."),
        FundTargetShare => ("Fondsmål", "Fondet skal opp i denne andelen av inntektene."),
        FileFundTarget => ("Planens fondsmål", "Målet planen har."),
        Allocation => ("Avsetning til disposisjonsfond", "Netto avsetning; minus er bruk av fondet."),
        BoundFunds | PrintedBoundFunds => ("Avsetning til bundne driftsfond", "Netto avsetning slik dokumentet har den."),
        DeficitCovered => ("Dekning av merforbruk", "Det som dekkes av tidligere års merforbruk."),
        FreeResult => ("Fritt resultat", "Resultatet etter bundne fond."),
        NewDeficit => ("Nytt merforbruk", "Det som står udekket når fondet er tomt."),
        UncoveredDeficit => ("Udekket merforbruk", "Merforbruk som bæres videre."),
        DispositionFund => ("Disposisjonsfond", "Fondet 31. desember."),

        Investment(line) => investment(line),
        InvestmentFixed(_) => ("I faste priser", "Linjen før prisindeksen."),
        InvestmentBeforeScale(_) => ("Før spaken", "Planens linje med endrede og egne prosjekter."),
        PlannedInvestment(_) => ("I planen", "Linjen slik planen har den."),
        Project(_, OfProject::InPlan | OfProject::Amount) => ("Prosjektet i planen", "Det prosjektet koster dette året i planen."),
        Project(_, OfProject::Cost) => ("Prosjektet i scenarioet", "Det prosjektet koster dette året i scenarioet."),
        Project(_, OfProject::Moved) => ("Prosjektet, flyttet", "Kostnaden etter flytting og strekking, før omfanget."),
        Project(_, OfProject::YearsMoved) => ("Flyttet", "Antall år prosjektet er flyttet; minus er tidligere."),
        Project(_, OfProject::Change) => ("Endring av prosjektet", "Kostnaden i scenarioet minus kostnaden i planen."),
        Project(_, OfProject::VatShare) | OwnProject(_, OfOwnProject::VatShare) => ("Mva-andel", "Kompensasjon for merverdiavgift i prosent av kostnaden."),
        Project(_, OfProject::Vat | OfProject::VatOfChange) |
OwnProject(_, OfOwnProject::Vat) => ("Kompensasjon for merverdiavgift", "Mva-andelen av kostnaden."),
        Project(_, OfProject::Income) => ("Prosjektets tilskudd og salg", "Inntekter som følger prosjektet."),
        Project(_, OfProject::IncomeInScenario) => ("Prosjektets inntekter i scenarioet", "Inntektene slik de følger prosjektet."),
        MostVat => ("Høyeste kompensasjon for merverdiavgift", "En femdel av kostnaden, eller planens andel av den når den er høyere."),
        HighestVatShare => ("Høyeste mva-andel", "25 prosent avgift er en femdel av kostnaden med avgift."),
        ProjectIncome => ("Prosjektenes tilskudd og salg", "Inntektene slik de følger prosjektene i scenarioet."),
        ProjectIncomeInPlan => ("Prosjektenes tilskudd og salg i planen", "Inntekter som hører til prosjekter."),
        BuiltProjectIncome => ("Tilskudd og salg til det som bygges", "Prosjektenes inntekter ganget med omfanget av investeringene."),
        OwnProject(_, OfOwnProject::Cost) => ("Eget prosjekt", "Kostnaden av et prosjekt du har lagt til, fordelt jevnt."),
        ExtraSales => ("Salg i scenarioet", "Engangsinntekt som reduserer lån og gjeld."),
        UseOfInvestmentFund => ("Bruk av investeringsfond", "Bruk av ubundet investeringsfond; minus er avsetning."),
        InvestmentFundDraw => ("Dekket av investeringsfondet", "Det fondet betaler, eller det som settes av når mer kommer inn."),
        TransferBeyond => ("Overføring ut over behovet", "Settes av i investeringsfondet."),
        InvestmentFund => ("Ubundet investeringsfond", "Fondet 31. desember."),
        LeftToFinance => ("Igjen å finansiere", "Investeringene minus inntektene som hører til dem."),
        LeftBeforeStanding => ("Igjen å finansiere uten selvkost", "Investeringene minus inntektene og selvkost."),
        BorrowingNeed => ("Behov for egne midler og lån", "Det driften og lån må betale."),
        SelfCostLoans => ("Lån til selvkost", "Det selvkostområdene låner."),
        StandingSelfCostLoans => ("Selvkost: lån lik avdrag", "Selvkostområdene låner det de betaler ned, når ingen prosjekter er merket."),
        StandingByShare => ("Selvkost: avdrag ved start", "Avdragsandelen av selvkostgjelden ved starten."),
        Loans => ("Bruk av lån", "Årets lån til investeringer."),
        OrdinaryLoans => ("Ordinære lån", "Lån som den vanlige driften bærer."),

        PriceIndex => ("Prisindeks", "Årets kroner mot første planårs."),
        Deflator => ("Deflator", "Årlig prisvekst."),
        ConstructionPrices => ("Byggepriser", "Prisveksten ut over deflatoren siden første planår, med rentes rente."),

        Lever(lever) | LeverOf(lever, _) => (Nb.lever_name(lever), Nb.lever_explained(lever)),
    }
}

/// The line that a part of it belongs to.
pub(super) fn line_of(quantity: Quantity) -> Option<&'static str> {
    match quantity {
        Quantity::RevenueFixed(line)
        | Quantity::RevenueByRule(line)
        | Quantity::RevenueByInhabitants(line)
        | Quantity::RevenueByPeopleNow(line)
        | Quantity::FirstRevenue(line)
        | Quantity::RealGrowth(line)
        | Quantity::RevenueCalibration(line)
        | Quantity::PrintedRevenue(line) => Some(line_name(line)),
        Quantity::InvestmentFixed(line)
        | Quantity::InvestmentBeforeScale(line)
        | Quantity::PlannedInvestment(line) => Some(investment(line).0),
        _ => None,
    }
}

fn line_name(line: RevenueLine) -> &'static str {
    match line {
        RevenueLine::Undivided => "Driftsinntekter, ikke delt",
        RevenueLine::BlockGrant => "Rammetilskudd",
        RevenueLine::IncomeTax => "Inntekts- og formuesskatt",
        RevenueLine::PropertyTax => "Eiendomsskatt",
        RevenueLine::OtherGeneral => "Andre generelle driftsinntekter",
    }
}

fn investment(line: InvestmentLine) -> (&'static str, &'static str) {
    match line {
        InvestmentLine::Expenditure => {
            ("Investeringer", "Investeringer i varige driftsmidler, med merverdiavgift.")
        }
        InvestmentLine::Vat => {
            ("Kompensasjon for merverdiavgift", "Det staten betaler tilbake av merverdiavgiften.")
        }
        InvestmentLine::Grants => ("Salg og tilskudd", "Inntekter som hører til investeringene."),
        InvestmentLine::Rounding => {
            ("Avrunding i finansieringen", "Det den trykte finansieringen mangler på investeringene.")
        }
        InvestmentLine::SelfCost => {
            ("Investeringer i selvkost", "Den delen som brukerne betaler gjennom gebyrer.")
        }
    }
}

/// The measure, project, frame or age group that a quantity is about, by its name.
pub(super) fn item<'a>(
    quantity: Quantity,
    municipality: &'a Municipality,
    scenario: &'a Scenario,
) -> Option<&'a str> {
    let at = usize::from;
    Some(match quantity {
        Quantity::LeverOf(lever, index) => {
            let kind = lever.spec().subject;
            return kind.name(municipality, kind.ids(municipality).get(at(index))?);
        }
        Quantity::Project(index, _) => &municipality.investments.projects.get(at(index))?.short_name,
        Quantity::Measure(index, _) => &municipality.measures.get(at(index))?.name,
        Quantity::OwnProject(index, _) => &scenario.own_projects().get(at(index))?.name,
        Quantity::OwnMeasure(index, _) => &scenario.own_measures().get(at(index))?.name,
        Quantity::AgeGroup(index, _) => &municipality.age_groups().get(at(index))?.name,
        Quantity::Frame(index, _) => &municipality.frames.get(at(index))?.name,
        _ => return None,
    })
}
