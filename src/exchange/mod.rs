//! Inn og ut: text and bytes that cross the program's border, each with its own clear error.

pub mod municipality_file;
