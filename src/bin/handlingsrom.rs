//! Kommandolinjen: arguments in, text out.

#[path = "handlingsrom/settings.rs"]
mod settings;
#[path = "handlingsrom/usage.rs"]
mod usage;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use handlingsrom::analysis::Question;
use handlingsrom::analysis::explain::Explainer;
use handlingsrom::analysis::seek::Target;
use handlingsrom::exchange::answers::{self, Answer};
use handlingsrom::exchange::shocks::{shock, shocks};
use handlingsrom::exchange::{
    Fault, catalogue, explanation, municipality_file, municipality_schema, scenario_file, tables,
    without_steering,
};
use handlingsrom::model::municipality::Municipality;
use handlingsrom::model::projection::project;
use handlingsrom::model::scenario::Scenario;
use handlingsrom::model::units::Year;
use handlingsrom::text::{CommandProblem, Language, UnreadFile, Unwritten};
use std::borrow::Cow;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Ti år av en kommunes økonomi, regnet fra den vedtatte planen.
#[derive(Parser)]
#[command(name = "handlingsrom", version)]
struct Arguments {
    /// Språket svarene skrives på.
    #[arg(long, global = true, value_name = "SPRÅK", default_value = "nb", value_parser = language_parser())]
    language: Language,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Skriver de årlige linjene for planen eller et scenario.
    Run(Run),
    /// Sier hvorfor kurvene endrer seg fra planen: hver årsaks andel i ett år.
    Explain(Explain),
    /// Sier hva som skal til for at reglene holder.
    Seek(Seek),
    /// Sier hva ett trinn av hver spak betyr i ett år.
    Tornado(InYear),
    /// Sier hva navngitte sjokk fører til.
    Stress(StressArguments),
    /// Trekker mange framtider, og sier hvor ofte reglene holder.
    Futures(FuturesArguments),
    /// Sier om en kommunefil er i orden: hvor, hva som er galt, og hva som ville være riktig.
    Check {
        /// Kommunefilen.
        file: PathBuf,
    },
    /// Skriver en kommunefil med kommentarer, å fylle ut med egne tall.
    New,
    /// Skriver JSON Schema for kommunefilen, for redigeringsprogrammer som hjelper mens en skriver.
    Schema,
}

/// Which municipality, and what is moved.
#[derive(clap::Args)]
struct Selection {
    /// En kommune som følger med programmet.
    #[arg(long, default_value = "lier", conflicts_with = "file")]
    municipality: String,
    /// En kommunefil i stedet.
    #[arg(long)]
    file: Option<PathBuf>,
    /// En scenariofil, eller navnet på et ferdig scenario.
    #[arg(long, conflicts_with = "set")]
    scenario: Option<String>,
    /// En spak og hvor den skal stå, for eksempel renter=+1.0. Det som står i en lenke, kan også brukes:
    /// rente.2028=0.5, prosjekt.tranby-skole=-2, tiltak.OKI-40=50. Kan gjentas.
    #[arg(long, value_name = "SPAK=TALL", allow_hyphen_values = true)]
    set: Vec<String>,
}

#[derive(clap::Args)]
struct Run {
    #[command(flatten)]
    selection: Selection,
    /// Hvordan linjene skrives.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(clap::Args)]
struct InYear {
    #[command(flatten)]
    selection: Selection,
    /// Året det gjelder; planens siste når det ikke er oppgitt.
    #[arg(long, value_name = "ÅR")]
    year: Option<i32>,
    /// Hvordan svaret skrives.
    #[arg(long, value_enum, default_value_t = AnswerFormat::Table)]
    format: AnswerFormat,
}

#[derive(clap::Args)]
struct Explain {
    #[command(flatten)]
    in_year: InYear,
    /// Åpner i stedet ett tall til formelen, for eksempel renteutgifter eller netto_driftsresultat_prosent.
    #[arg(long, value_name = "TALL")]
    figure: Option<String>,
    /// Hvor langt ned tallet åpnes.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(0..=80))]
    depth: u8,
}

#[derive(clap::Args)]
struct Seek {
    #[command(flatten)]
    selection: Selection,
    /// En regel som skal holde, ved navnet den har i kommunefilen. Kan gjentas; alle når ingen er oppgitt.
    #[arg(long, value_name = "REGEL")]
    rule: Vec<String>,
    /// Første år som teller.
    #[arg(long, value_name = "ÅR")]
    from: Option<i32>,
    /// Siste år som teller.
    #[arg(long, value_name = "ÅR")]
    until: Option<i32>,
    /// Hvordan svaret skrives.
    #[arg(long, value_enum, default_value_t = AnswerFormat::Table)]
    format: AnswerFormat,
}

#[derive(clap::Args)]
struct StressArguments {
    #[command(flatten)]
    selection: Selection,
    /// Et sjokk, for eksempel dyrere-bygg. Kan gjentas; alle når ingen er oppgitt.
    #[arg(long, value_name = "SJOKK")]
    shock: Vec<String>,
    /// Hvordan svaret skrives.
    #[arg(long, value_enum, default_value_t = AnswerFormat::Table)]
    format: AnswerFormat,
}

#[derive(clap::Args)]
struct FuturesArguments {
    #[command(flatten)]
    selection: Selection,
    /// Tallet trekningene begynner med; det samme gir de samme framtidene.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Hvor mange framtider.
    #[arg(long, default_value_t = answers::USUAL_FUTURES, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    count: u32,
    /// Hvordan svaret skrives.
    #[arg(long, value_enum, default_value_t = AnswerFormat::Table)]
    format: AnswerFormat,
}

#[derive(Clone, Copy, ValueEnum)]
enum AnswerFormat {
    /// En tabell å lese.
    Table,
    /// JSON med norske nøkler.
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// En tabell å lese.
    Table,
    /// JSON med norske nøkler.
    Json,
    /// CSV for regneark: semikolon og desimalkomma.
    Csv,
}

/// What stops a command, written to the error stream.
enum Stop {
    Command(CommandProblem),
    Faults(Vec<Fault>),
}

impl Stop {
    fn text(&self, language: Language) -> String {
        match self {
            Self::Command(problem) => language.command_problem(problem),
            Self::Faults(faults) => {
                faults.iter().map(|fault| fault.text(language)).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

impl From<Vec<Fault>> for Stop {
    fn from(faults: Vec<Fault>) -> Self {
        Self::Faults(faults)
    }
}

impl From<CommandProblem> for Stop {
    fn from(problem: CommandProblem) -> Self {
        Self::Command(problem)
    }
}

fn language_parser() -> impl clap::builder::TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::tag))
        .map(|tag| Language::from_tag(&tag).unwrap_or_default())
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if !error.use_stderr() => {
            return written(&usage::help(&error.render().to_string()), Language::default());
        }
        Err(error) => return refused(&usage::fault(&error), ExitCode::from(2)),
    };
    let language = arguments.language;
    match answer(arguments.command, language) {
        Ok(text) => written(&text, language),
        Err(stop) => refused(&stop.text(language), ExitCode::FAILURE),
    }
}

/// What a command answers.
fn answer(command: Option<Command>, language: Language) -> Result<String, Stop> {
    match command {
        None => Ok(usage::help(&Arguments::command().render_help().to_string())),
        Some(Command::Run(run)) => run_text(&run, language),
        Some(Command::Explain(explain)) => match &explain.figure {
            None => in_year(&explain.in_year, answers::why, language),
            Some(key) => figure_text(&explain, key, language),
        },
        Some(Command::Seek(seek)) => seek_text(&seek, language),
        Some(Command::Tornado(tornado)) => in_year(&tornado, answers::sensitivities, language),
        Some(Command::Stress(stress)) => stress_text(&stress, language),
        Some(Command::Futures(futures)) => answered(&futures.selection, futures.format, |question| {
            Ok(answers::futures(question, futures.seed, futures.count, language))
        }),
        Some(Command::Check { file }) => check_text(&file, language),
        Some(Command::New) => Ok(municipality_file::SKELETON.to_owned()),
        Some(Command::Schema) => {
            Ok(serde_json::to_string_pretty(municipality_schema::schema()).unwrap_or_default())
        }
    }
}

/// Writes an answer. One that is not written in full is a failure, also when the reader stops listening.
fn written(text: &str, language: Language) -> ExitCode {
    let mut output = io::stdout().lock();
    let text = without_steering(text.trim_end());
    match writeln!(output, "{text}").and_then(|()| output.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let why = match error.kind() {
                io::ErrorKind::StorageFull => Unwritten::DiskFull,
                io::ErrorKind::BrokenPipe => Unwritten::Closed,
                _ => Unwritten::Other(error.to_string()),
            };
            refused(&language.command_problem(&CommandProblem::NotWritten { why }), ExitCode::FAILURE)
        }
    }
}

/// Writes why there is no answer. When even that cannot be written, the exit code says it.
fn refused(message: &str, code: ExitCode) -> ExitCode {
    let _ = writeln!(io::stderr().lock(), "{}", without_steering(message));
    code
}

fn run_text(run: &Run, language: Language) -> Result<String, Stop> {
    let (municipality, scenario) = opened_by(&run.selection)?;
    let projection = project(&municipality, &scenario);
    Ok(match run.format {
        Format::Table => tables::table(&municipality, &scenario, &projection, language),
        Format::Json => tables::json(&municipality, &scenario, &projection, language),
        Format::Csv => tables::csv(&scenario, &projection),
    })
}

/// The municipality and the scenario that the arguments name.
fn opened_by(selection: &Selection) -> Result<(Cow<'static, Municipality>, Scenario), Stop> {
    let municipality = if let Some(file) = &selection.file {
        Cow::Owned(municipality_file::read(&file_text(file)?)?)
    } else {
        Cow::Borrowed(municipality_file::built_in(&selection.municipality).ok_or_else(|| {
            let ids = catalogue::all().iter().map(|municipality| municipality.identity.id.as_str());
            let known = ids.collect::<Vec<_>>().join(", ");
            CommandProblem::NotBuiltIn { id: selection.municipality.clone(), known }
        })?)
    };
    let scenario = match &selection.scenario {
        Some(named) => opened(&municipality, named)?,
        None => settings::moved(&municipality, &selection.set)?,
    };
    Ok((municipality, scenario))
}

/// Asks a question of what the arguments name, and writes the answer.
fn answered(
    selection: &Selection,
    format: AnswerFormat,
    ask: impl Fn(&Question<'_>) -> Result<Answer, Stop>,
) -> Result<String, Stop> {
    let (municipality, scenario) = opened_by(selection)?;
    let plan = project(&municipality, &scenario.plan_on_same_basis());
    let answer = ask(&Question { municipality: &municipality, plan: &plan, scenario: &scenario })?;
    Ok(match format {
        AnswerFormat::Table => format!("{}, {}", municipality.identity.official_name, answer.text()),
        AnswerFormat::Json => serde_json::to_string_pretty(&answer.json).unwrap_or_default(),
    })
}

fn in_year(
    in_year: &InYear,
    ask: fn(&Question<'_>, Year, Language) -> Answer,
    language: Language,
) -> Result<String, Stop> {
    answered(&in_year.selection, in_year.format, |question| {
        let year =
            in_year.year.map_or(Ok(question.municipality.last_year()), |year| plan_year(question, year))?;
        Ok(ask(question, year, language))
    })
}

/// One figure with its formula, each term opened in turn.
fn figure_text(explain: &Explain, key: &str, language: Language) -> Result<String, Stop> {
    let quantity = explanation::quantity_of(key).ok_or_else(|| {
        let known = explanation::KEYS.map(|(key, _)| key).join(", ");
        CommandProblem::NotAFigure { key: key.to_owned(), known }
    })?;
    let in_year = &explain.in_year;
    let (municipality, scenario) = opened_by(&in_year.selection)?;
    let plan = project(&municipality, &scenario.plan_on_same_basis());
    let question = Question { municipality: &municipality, plan: &plan, scenario: &scenario };
    let year = in_year.year.map_or(Ok(municipality.last_year()), |year| plan_year(&question, year))?;
    let explainer = Explainer::new(question);
    let opening = explanation::Opening { municipality: &municipality, scenario: &scenario, language };
    let (place, depth) = ((quantity, year), usize::from(explain.depth));
    let opened = match in_year.format {
        AnswerFormat::Table => opening.text(&explainer, place, depth),
        AnswerFormat::Json => opening
            .json(&explainer, place, depth)
            .map(|json| serde_json::to_string_pretty(&json).unwrap_or_default()),
    };
    opened.ok_or_else(|| {
        let municipality = municipality.identity.name.clone();
        CommandProblem::FigureNotThere { key: key.to_owned(), municipality, year }.into()
    })
}

fn plan_year(question: &Question<'_>, year: i32) -> Result<Year, Stop> {
    let (first, last) = (question.municipality.plan.first_year, question.municipality.last_year());
    let year = Year(year);
    if (first..=last).contains(&year) {
        Ok(year)
    } else {
        Err(CommandProblem::NotAPlanYear { year, first, last }.into())
    }
}

fn seek_text(seek: &Seek, language: Language) -> Result<String, Stop> {
    answered(&seek.selection, seek.format, |question| {
        let municipality = question.municipality;
        let known = municipality.rules.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>().join(", ");
        if let Some(unknown) =
            seek.rule.iter().find(|id| municipality.rules.iter().all(|rule| rule.id != **id))
        {
            return Err(CommandProblem::NotARule { id: unknown.clone(), known }.into());
        }
        let counts = |id: &String| seek.rule.is_empty() || seek.rule.contains(id);
        let year = |given: Option<i32>, otherwise: Year| {
            given.map_or(Ok(otherwise), |year| plan_year(question, year))
        };
        let target = Target {
            rules: municipality.rules.iter().filter(|rule| counts(&rule.id)).cloned().collect(),
            years: year(seek.from, municipality.plan.first_year)?
                ..=year(seek.until, municipality.last_year())?,
        };
        if target.years.is_empty() {
            return Err(CommandProblem::LastBeforeFirst.into());
        }
        Ok(answers::seek(question, &target, language))
    })
}

fn stress_text(stress: &StressArguments, language: Language) -> Result<String, Stop> {
    let known = || shocks().iter().map(|shock| shock.id.as_str()).collect::<Vec<_>>().join(", ");
    let chosen: Vec<_> = stress
        .shock
        .iter()
        .map(|id| shock(id).ok_or_else(|| CommandProblem::NotAShock { id: id.clone(), known: known() }))
        .collect::<Result<_, _>>()?;
    answered(&stress.selection, stress.format, |question| Ok(answers::stress(question, &chosen, language)))
}

/// A ready-made scenario by its id, or a scenario file.
fn opened(municipality: &Municipality, named: &str) -> Result<Scenario, Stop> {
    if let Some(ready) = municipality.ready_made.iter().find(|ready| ready.id == named) {
        return Ok(ready.changes.clone());
    }
    Ok(scenario_file::read(municipality, &file_text(Path::new(named))?)?)
}

fn check_text(file: &Path, language: Language) -> Result<String, Stop> {
    let municipality = municipality_file::read(&file_text(file)?)?;
    let counts =
        [municipality.investments.projects.len(), municipality.measures.len(), municipality.ready_made.len()];
    Ok(language.file_is_sound(&municipality.identity.official_name, counts))
}

fn file_text(path: &Path) -> Result<String, Stop> {
    // Checked before reading, so that an enormous file is refused at once.
    if let Ok(about) = std::fs::metadata(path) {
        if about.is_dir() {
            let problem = UnreadFile::Folder;
            return Err(CommandProblem::File { path: path.to_owned(), problem }.into());
        }
        if let Some(fault) = municipality_file::too_large(about.len()) {
            return Err(vec![Fault { place: path.display().to_string(), ..fault }].into());
        }
    }
    let text = limited_text(path).map_err(|error| {
        let problem = match error.kind() {
            io::ErrorKind::NotFound => UnreadFile::Missing,
            io::ErrorKind::InvalidData => UnreadFile::NotText,
            io::ErrorKind::PermissionDenied => UnreadFile::NoAccess,
            io::ErrorKind::FileTooLarge => UnreadFile::TooLarge,
            _ => UnreadFile::Other(error.to_string()),
        };
        CommandProblem::File { path: path.to_owned(), problem }
    })?;
    // Some programs put a mark of byte order first; it says nothing in UTF-8.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The text of a file, or of a pipe, whose length nobody knows before it has been read.
fn limited_text(path: &Path) -> io::Result<String> {
    let most = municipality_file::LARGEST;
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > most) {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
}
