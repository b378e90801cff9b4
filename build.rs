//! Reads the list of municipalities and the file of the first one when the program is built, and writes them in
//! few bytes into the folder of the build. The page then opens without a reader of JSON in its first load, and a
//! file that cannot be read stops the build.

#![allow(dead_code, unused_imports, reason = "only the types of the model that a file is read into are used")]

#[path = "src/exchange/catalogue/index.rs"]
mod index;

/// The types of a municipality file, as the program has them.
#[path = "src/model"]
mod model {
    pub mod lever;
    pub mod municipality;
    pub mod order;
    pub mod packed;
    pub mod scenario;
    pub mod units;
}

use index::Index;
use model::municipality::Municipality;
use model::packed::pack;
use serde::de::DeserializeOwned;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

const FOLDER: &str = "assets/kommuner";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join(FOLDER);
    let index: Index = read(&folder, "index.json")?;
    let first = index.entries.iter().find(|entry| entry.id == index.first);
    let first = first.ok_or("index.json: the first municipality is not on the list")?;
    let municipality: Municipality = read(&folder, &first.file)?;
    if municipality.identity.id != index.first {
        return Err(format!("{}: the file is of {}", first.file, municipality.identity.id).into());
    }
    let written = pack(&(index, municipality));
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("first.packed"), written)?;
    for path in [FOLDER, "src/exchange/catalogue/index.rs", "src/model/municipality", "src/model/units"] {
        println!("cargo::rerun-if-changed={path}");
    }
    for path in ["lever.rs", "lever", "packed.rs", "scenario.rs", "scenario", "units.rs"] {
        println!("cargo::rerun-if-changed=src/model/{path}");
    }
    Ok(())
}

fn read<T: DeserializeOwned>(folder: &Path, file: &str) -> Result<T, Box<dyn Error>> {
    let text = fs::read_to_string(folder.join(file)).map_err(|error| format!("{file}: {error}"))?;
    Ok(serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?)
}
