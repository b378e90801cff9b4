//! The sources of a room, read as syntax: who uses whom, how long a function is, where something is divided.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, BinOp, Block, ExprBinary, ExprMethodCall, Item, Macro, Signature, UseTree};

/// A module path below `src`, such as `["model", "units"]`.
pub type Module = Vec<String>;

/// One file of the program without its tests.
pub struct Source {
    /// Where it is, below `src`.
    pub file: String,
    pub module: Module,
    pub syntax: syn::File,
    /// Lines of code: no comments, no tests, nothing blank.
    pub lines: usize,
    /// Every path that is written in it, in full, such as `["crate", "model", "units", "Kroner"]`.
    pub paths: BTreeSet<Vec<String>>,
    pub functions: Vec<Function>,
    /// The lines where something is divided or rounded.
    pub divisions: Vec<usize>,
    /// Modules in files of their own that hold only tests.
    tests: Vec<Module>,
}

pub struct Function {
    pub name: String,
    pub lines: usize,
}

/// Every file of the program.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&root, &mut found);
    found.sort();
    let mut all: Vec<Source> = found.iter().map(|path| read(&root, path)).collect();
    let tests: BTreeSet<Module> = all.iter().flat_map(|source| source.tests.iter().cloned()).collect();
    all.retain(|source| !tests.contains(&source.module));
    all
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn read(root: &Path, path: &Path) -> Source {
    let text = fs::read_to_string(path).unwrap();
    let file = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
    let mut module: Module = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    let mut syntax = syn::parse_file(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
    let tests: Vec<(usize, usize)> =
        syntax.items.iter().filter(|item| is_test(item)).map(line_span).collect();
    let test_modules = syntax.items.iter().filter(|item| is_test(item)).filter_map(|item| match item {
        Item::Mod(item) if item.content.is_none() => Some([&module[..], &[item.ident.to_string()]].concat()),
        _ => None,
    });
    let test_modules = test_modules.collect();
    syntax.items.retain(|item| !is_test(item));
    let in_tests = |line: usize| tests.iter().any(|(from, to)| (*from..=*to).contains(&line));
    let is_code = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with("//");
    let lines = text.lines().enumerate().filter(|(at, line)| is_code(line) && !in_tests(at + 1)).count();
    let mut reader = Reader::new(module.clone());
    reader.visit_file(&syntax);
    let Reader { paths, functions, divisions, .. } = reader;
    Source { file, module, syntax, lines, paths, functions, divisions, tests: test_modules }
}

fn line_span(item: &Item) -> (usize, usize) {
    (item.span().start().line, item.span().end().line)
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Mod(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        _ => &[],
    }
}

fn is_test(item: &Item) -> bool {
    let is_cfg_test = |attribute: &Attribute| {
        attribute.path().is_ident("cfg")
            && attribute.meta.require_list().is_ok_and(|list| list.tokens.to_string() == "test")
    };
    attributes(item).iter().any(is_cfg_test)
}

/// The names that a `use` brings in, with the full path of each.
pub fn used(tree: &UseTree, before: &[String], found: &mut Vec<(String, Vec<String>)>) {
    let with = |name: String| [before, &[name]].concat();
    match tree {
        UseTree::Path(path) => used(&path.tree, &with(path.ident.to_string()), found),
        UseTree::Name(name) if name.ident == "self" => {
            found.push((before.last().cloned().unwrap_or_default(), before.to_vec()));
        }
        UseTree::Name(name) => found.push((name.ident.to_string(), with(name.ident.to_string()))),
        UseTree::Rename(name) => found.push((name.rename.to_string(), with(name.ident.to_string()))),
        UseTree::Glob(_) => found.push(("*".to_owned(), with("*".to_owned()))),
        UseTree::Group(group) => {
            for tree in &group.items {
                used(tree, before, found);
            }
        }
    }
}

struct Reader {
    module: Module,
    paths: BTreeSet<Vec<String>>,
    functions: Vec<Function>,
    divisions: Vec<usize>,
}

impl Reader {
    fn new(module: Module) -> Self {
        Self { module, paths: BTreeSet::new(), functions: Vec::new(), divisions: Vec::new() }
    }

    /// Keeps a path, with `self` and `super` written out.
    fn keep(&mut self, path: Vec<String>) {
        self.paths.insert(in_full(&self.module, path));
    }

    fn function(&mut self, signature: &Signature, block: &Block) {
        let lines = block.span().end().line - signature.span().start().line + 1;
        self.functions.push(Function { name: signature.ident.to_string(), lines });
    }

    /// The paths in the tokens of a macro or an attribute, which are no syntax yet.
    fn tokens(&mut self, tokens: &str) {
        let words: Vec<&str> = tokens.split_whitespace().collect();
        let mut at = 0;
        while at < words.len() {
            let mut path = vec![words[at].trim_start_matches(['(', '{', '&', '<', '[', '!']).to_owned()];
            while words.get(at + 1) == Some(&"::") && at + 2 < words.len() {
                let name: String =
                    words[at + 2].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                path.push(name);
                at += 2;
            }
            if path.len() > 1 {
                self.keep(path);
            }
            at += 1;
        }
    }
}

/// A path with `self` and `super` replaced by the module they mean.
pub fn in_full(module: &[String], path: Vec<String>) -> Vec<String> {
    let up = path.iter().take_while(|name| *name == "super").count();
    let is_self = path.first().is_some_and(|first| first == "self");
    if up == 0 && !is_self {
        return path;
    }
    let base = &module[..module.len() - up];
    let rest = &path[up + usize::from(is_self)..];
    [&["crate".to_owned()], base, rest].concat()
}

/// Methods that divide or round something by something, and those that round by themselves.
const DIVIDES: [&str; 9] = [
    "round_dp",
    "round_dp_with_strategy",
    "round_sf",
    "rescale",
    "checked_div",
    "saturating_div",
    "wrapping_div",
    "div_euclid",
    "div_ceil",
];
const ROUNDS: [&str; 4] = ["round", "trunc", "floor", "ceil"];

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let mut found = Vec::new();
        used(&item.tree, &[], &mut found);
        for (_, path) in found {
            self.keep(path);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.keep(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        self.tokens(&called.tokens.to_string());
        visit::visit_macro(self, called);
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if !attribute.path().is_ident("doc") {
            if let syn::Meta::List(list) = &attribute.meta {
                self.tokens(&list.tokens.to_string());
            }
            visit::visit_attribute(self, attribute);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.sig, block);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_expr_binary(&mut self, binary: &'ast ExprBinary) {
        if matches!(binary.op, BinOp::Div(_) | BinOp::DivAssign(_)) {
            self.divisions.push(binary.span().start().line);
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        let is = |name: &&str| call.method == *name;
        if DIVIDES.iter().any(is) || (call.args.is_empty() && ROUNDS.iter().any(is)) {
            self.divisions.push(call.method.span().start().line);
        }
        visit::visit_expr_method_call(self, call);
    }
}

/// Which module of the program each module uses. A name that a module passes on (`pub use`) belongs to
/// the module that it comes from.
pub fn uses(sources: &[Source]) -> BTreeMap<Module, BTreeSet<Module>> {
    let modules: BTreeSet<&Module> = sources.iter().map(|source| &source.module).collect();
    let passed_on = passed_on(sources);
    let mut all = BTreeMap::new();
    for source in sources {
        let inside =
            source.paths.iter().filter_map(|path| path.split_first().filter(|(first, _)| *first == "crate"));
        let targets = inside.filter_map(|(_, path)| {
            let path =
                passed_on.iter().find(|(name, _)| path.starts_with(name)).map_or(path, |(_, from)| from);
            (1..=path.len())
                .rev()
                .map(|length| path[..length].to_vec())
                .find(|module| modules.contains(module))
        });
        let targets = targets.filter(|target| *target != source.module).collect();
        all.insert(source.module.clone(), targets);
    }
    all
}

/// Every name that a module passes on, in full, with where it comes from.
fn passed_on(sources: &[Source]) -> Vec<(Vec<String>, Vec<String>)> {
    let mut all = Vec::new();
    for source in sources {
        let is_passed_on = |item: &&syn::ItemUse| !matches!(item.vis, syn::Visibility::Inherited);
        let items = source.syntax.items.iter().filter_map(|item| match item {
            Item::Use(item) => Some(item),
            _ => None,
        });
        let mut names = Vec::new();
        items.filter(is_passed_on).for_each(|item| used(&item.tree, &[], &mut names));
        for (name, path) in names {
            let is_below =
                path.first().is_some_and(|first| !["crate", "self", "super"].contains(&first.as_str()));
            let from = if is_below {
                [source.module.clone(), path].concat()
            } else {
                in_full(&source.module, path).split_off(1)
            };
            all.push(([source.module.clone(), vec![name]].concat(), from));
        }
    }
    all
}
