//! Makes what is asked for of every file, several at once, and tells it in the order of the files.

use super::error::{CliError, Misuse};
use super::order::{Args, Wanted, folder_of, stem_of};
use super::screen::Screen;
use super::settings::{File, Finder, Folder};
use super::teller::Teller;
use super::work::{Done, Work};
use super::{Exit, inputs, together};
use rayon::prelude::*;
use sop::emit::Emitter;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread;

/// So many files are made at once, before what there is to say about them is said.
const AT_ONCE: usize = 64;

/// Makes the outputs of each file, forms among them, and forms of all files together.
pub(super) fn make(
    args: &Args,
    emitters: Vec<&'static Emitter>,
    forms: &[Wanted],
    joint: &[Wanted],
    screen: &mut Screen,
) -> Result<Exit, CliError> {
    if args.out.as_deref() == Some(Path::new("-")) {
        return Err(CliError::Misuse(Misuse::StdoutForFiles));
    }
    let (paths, errors) = inputs::collect(&args.files);
    let exit = screen.errors(&errors);
    if args.book.is_none() {
        no_two_alike(args, &paths)?;
    }
    let keep = args.book.is_some() || !joint.is_empty();
    let work = Work { args, lang: screen.lang, emitters, forms, keep };
    let mut teller = Teller::new(paths.len(), exit, screen);
    let mut chapters = Vec::new();
    let mut finder = Finder::new();
    let mut tell = |some: Vec<(News, Done)>| {
        for (news, done) in some {
            news.into_iter().for_each(|news| teller.news(news));
            chapters.extend(teller.tell(done));
        }
    };
    if paths.len() <= AT_ONCE {
        tell(several(&work, &paths, &mut finder));
    } else {
        // While some are told, the next are made.
        let (send, made) = mpsc::sync_channel(1);
        thread::scope(|scope| {
            scope.spawn(|| {
                let some = paths.chunks(AT_ONCE).map(|paths| several(&work, paths, &mut finder));
                some.map(|some| send.send(some)).take_while(Result::is_ok).for_each(drop);
                drop(send);
            });
            made.into_iter().for_each(tell);
        });
    }
    if let Some(title) = &args.book {
        return together::book(args, title, paths.len(), &chapters, &mut teller);
    }
    if !joint.is_empty() {
        together::joint(args, joint, paths.len(), &chapters, &mut teller)?;
    }
    Ok(teller.finish())
}

/// What there is to say about the settings of a file, before it is made.
type News = Vec<Result<Arc<File>, CliError>>;

/// Makes the outputs of some files at once.
fn several(work: &Work, paths: &[PathBuf], finder: &mut Finder) -> Vec<(News, Done)> {
    let (ready, news): (Vec<_>, Vec<_>) =
        paths.iter().map(|path| ((path, finder.settings_for(path)), finder.news())).unzip();
    let make = |(path, folder): &(&PathBuf, Arc<Folder>)| work.file(path, Arc::clone(folder));
    let done: Vec<Done> = match &ready[..] {
        // A single file is not worth the threads.
        [one] => vec![make(one)],
        many => many.par_iter().map(make).collect(),
    };
    news.into_iter().zip(done).collect()
}

/// Refuses two inputs with outputs of one name, before anything is written. Case counts for nothing here: on many
/// systems the files would still be one.
fn no_two_alike(args: &Args, paths: &[PathBuf]) -> Result<(), CliError> {
    let mut seen: BTreeMap<(PathBuf, String), &PathBuf> = BTreeMap::new();
    for path in paths {
        let folder = folder_of(args, path);
        let key = (folder.canonicalize().unwrap_or_else(|_| folder.clone()), stem_of(path).to_lowercase());
        if let Some(first) = seen.insert(key, path) {
            let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
            return Err(CliError::SameOutput { first: first.clone(), second: path.clone(), folder });
        }
    }
    Ok(())
}
