//! Kommandolinjen: arguments in, text out.

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use handlingsrom::exchange::{Fault, municipality_file, municipality_form, scenario_file, tables};
use handlingsrom::model::input::InputId;
use handlingsrom::model::municipality::Municipality;
use handlingsrom::model::projection::project;
use handlingsrom::model::scenario::Scenario;
use handlingsrom::text::number;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Ti år av en kommunes økonomi, regnet fra den vedtatte planen.
#[derive(Parser)]
#[command(name = "handlingsrom", version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Skriver de årlige linjene for planen eller et scenario.
    Run(Run),
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

#[derive(clap::Args)]
struct Run {
    /// En kommune som følger med programmet.
    #[arg(long, default_value = "lier", conflicts_with = "file")]
    municipality: String,
    /// En kommunefil i stedet.
    #[arg(long)]
    file: Option<PathBuf>,
    /// En scenariofil, eller navnet på et ferdig scenario.
    #[arg(long, conflicts_with = "set")]
    scenario: Option<String>,
    /// En spak og hvor den skal stå, for eksempel renter=+1.0. Kan gjentas.
    #[arg(long, value_name = "SPAK=TALL", allow_hyphen_values = true)]
    set: Vec<String>,
    /// Hvordan linjene skrives.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
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

/// What stops a command: the lines to show, on the error stream.
struct Stop(Vec<String>);

impl From<Vec<Fault>> for Stop {
    fn from(faults: Vec<Fault>) -> Self {
        Self(faults.iter().map(ToString::to_string).collect())
    }
}

fn stop(message: String) -> Stop {
    Stop(vec![message])
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        None => Ok(Arguments::command().render_help().to_string()),
        Some(Command::Run(run)) => run_text(&run),
        Some(Command::Check { file }) => check_text(&file),
        Some(Command::New) => Ok(municipality_file::SKELETON.to_owned()),
        Some(Command::Schema) => {
            Ok(serde_json::to_string_pretty(municipality_form::schema()).unwrap_or_default())
        }
    };
    // A reader that stops listening, such as `head`, is no error of ours.
    match outcome {
        Ok(text) => {
            let _ = writeln!(io::stdout().lock(), "{}", text.trim_end());
            ExitCode::SUCCESS
        }
        Err(Stop(lines)) => {
            let _ = writeln!(io::stderr().lock(), "{}", lines.join("\n"));
            ExitCode::FAILURE
        }
    }
}

fn run_text(run: &Run) -> Result<String, Stop> {
    let own;
    let municipality = if let Some(file) = &run.file {
        own = municipality_file::read(&file_text(file)?)?;
        &own
    } else {
        municipality_file::built_in(&run.municipality).ok_or_else(|| {
            let known = municipality_file::BUILT_IN.map(|(id, _)| id).join(", ");
            stop(format!(
                "«{}» følger ikke med programmet. Kommuner som gjør det: {known}.",
                run.municipality
            ))
        })?
    };
    let scenario = match &run.scenario {
        Some(named) => opened(municipality, named)?,
        None => moved(&run.set)?,
    };
    let projection = project(municipality, &scenario);
    Ok(match run.format {
        Format::Table => tables::table(municipality, &scenario, &projection),
        Format::Json => tables::json(municipality, &scenario, &projection),
        Format::Csv => tables::csv(&scenario, &projection),
    })
}

/// A ready-made scenario by its id, or a scenario file.
fn opened(municipality: &Municipality, named: &str) -> Result<Scenario, Stop> {
    if let Some(ready) = municipality.ready_made.iter().find(|ready| ready.id == named) {
        return Ok(ready.changes.clone());
    }
    Ok(scenario_file::read(municipality, &file_text(Path::new(named))?)?)
}

fn moved(settings: &[String]) -> Result<Scenario, Stop> {
    let mut scenario = Scenario::plan();
    for setting in settings {
        let known = InputId::ALL.map(|input| input.spec().key).join(", ");
        let (key, value) = setting
            .split_once('=')
            .ok_or_else(|| stop(format!("«{setting}» mangler «=». Skriv for eksempel renter=+1.0.")))?;
        let input = InputId::from_key(key)
            .ok_or_else(|| stop(format!("«{key}» er ikke en spak. Spakene er {known}.")))?;
        let value = number::parse(value)
            .map_err(|error| stop(format!("{key}: {error}. Skriv for eksempel {key}=1.25.")))?;
        let spec = input.spec();
        if !spec.allows(value) {
            return Err(stop(format!("{key}: {value} er utenfor området {} til {}.", spec.min, spec.max)));
        }
        scenario.set(input, value);
    }
    Ok(scenario)
}

fn check_text(file: &Path) -> Result<String, Stop> {
    let municipality = municipality_file::read(&file_text(file)?)?;
    Ok(format!(
        "Filen er i orden: {}, {} prosjekter, {} tiltak, {} ferdige scenarioer.",
        municipality.identity.official_name,
        municipality.investments.projects.len(),
        municipality.measures.len(),
        municipality.ready_made.len(),
    ))
}

fn file_text(path: &Path) -> Result<String, Stop> {
    // Asked before reading, so that an enormous file is refused at once.
    let size = std::fs::metadata(path).map_or(0, |about| about.len());
    if size > municipality_file::LARGEST {
        let megabytes = size / 1_000_000;
        return Err(stop(format!("{}: filen er på {megabytes} MB. En fil er høyst 5 MB.", path.display())));
    }
    std::fs::read_to_string(path).map_err(|error| {
        let why = match error.kind() {
            io::ErrorKind::NotFound => "finnes ikke".to_owned(),
            io::ErrorKind::InvalidData => "er ikke tekst i UTF-8".to_owned(),
            _ => format!("kan ikke leses ({error})"),
        };
        stop(format!("{}: filen {why}.", path.display()))
    })
}
