//! Bokmål: why a number of a municipality file has its range.

use crate::text::RangeReason;

pub(super) fn range_reason(reason: RangeReason) -> &'static str {
    match reason {
        RangeReason::Income => "Ingen kommune har så store inntekter; er beløpet oppgitt i kroner?",
        RangeReason::Balance => "Ingen kommune har så stor gjeld eller formue; er beløpet oppgitt i kroner?",
        RangeReason::Share => "En andel er fra 0 til 100 %.",
        RangeReason::PlanYears => "Planer gjelder årene rundt vår egen tid.",
        RangeReason::DocumentLength => "Ingen dokumenter er så lange.",
        RangeReason::Building => {
            "Ingen kommune har så store inntekter; et bygg kan begynne og slutte på ett år."
        }
        RangeReason::AccountLine => {
            "Ingen kommune har så store inntekter, og ingen linje endres på ett år med mer enn halvparten av dem."
        }
        RangeReason::AgeGroup => "Ingen kommune er så stor, og ingen aldersgruppe endres så mye på ett år.",
        RangeReason::FormatVersion => "Programmet leser versjon 1.",
        RangeReason::Horizon => "Kortere viser ingen utvikling, lengre er ingen plan.",
        RangeReason::PercentOfRevenue => "Prosent av brutto driftsinntekter.",
        RangeReason::OnLendingLoans => "Lån tas opp når noen søker.",
        RangeReason::OnLendingInstalments => "Et lån kan innfris på ett år.",
        RangeReason::RateCompensation => "En ordning kan slutte på ett år.",
        RangeReason::AverageRate => {
            "Ingen kommune har betalt mer, og renten på hele gjelden endres ikke så mye på ett år."
        }
        RangeReason::FixedRatePeriod => "Renten bindes ikke lenger enn lånene varer.",
        RangeReason::FixedMaturities => {
            "En andel av de faste lånene; alle kan forfalle i samme år, men samlet ikke mer enn 100 %."
        }
        RangeReason::VatShare => "Mva er høyst en fjerdedel av en pris uten mva.",
        RangeReason::IncomeLag => "Inntektssystemet teller innbyggerne et halvt år før.",
        RangeReason::Deflator => {
            "Prisene har ikke økt mer på ett år siden krigen, og prisveksten ikke endret seg mer."
        }
        RangeReason::Age => "Ingen blir så gammel.",
        RangeReason::CostPerInhabitant => "Høyst 10 mill. kr per innbygger.",
        RangeReason::Inhabitants => {
            "Den minste kommunen har 200 og den største 730 000, og ingen endres så mye på ett år."
        }
        RangeReason::Lifetime => "Tomter avskrives ikke, og ingen bygg så lenge.",
        RangeReason::Measure => "Ingen kommune har så store inntekter; et tiltak kan begynne for fullt.",
        RangeReason::Shock => "Ingenting kan falle mer enn til null.",
        RangeReason::PrintedUnit => "Tabeller trykkes i kroner, tusen eller millioner.",
    }
}
