//! What a template makes a text of, or holds against something, is looked at first. A list that holds another one twice,
//! which holds another one twice, and so on, is small until it is walked; the library walks it whole and asks for fuel
//! only then. So the instructions that walk are replaced by filters of ours, which look how much there is.

use super::{DEEPEST_PRINTED, MOST_PRINTED, fits};
use minijinja::filters::escape;
use minijinja::machinery::{CodeGenerator, Instruction, Instructions, eval, make_string_output, parse};
use minijinja::value::{Rest, ValueKind, ValueOrKwargs};
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, State, Value, default_auto_escape_callback,
    syntax::SyntaxConfig,
};
use std::collections::BTreeMap;

/// So many values are walked for one step of fuel.
const WALKED_PER_STEP: u64 = 16;
/// Filters are numbered within a template for a list of those in use; this one says that it is not kept there.
const NOT_KEPT: u8 = u8::MAX;

/// Instructions in our hands, by the name of what is done in their place. No template can write such a name.
const JOIN: &str = "\u{1}~";
const IN: &str = "\u{1}in";
type Compared = (&'static str, fn(&Value, &Value) -> bool);
const COMPARED: [Compared; 6] = [
    ("\u{1}==", |one, other| one == other),
    ("\u{1}!=", |one, other| one != other),
    ("\u{1}<", |one, other| one < other),
    ("\u{1}<=", |one, other| one <= other),
    ("\u{1}>", |one, other| one > other),
    ("\u{1}>=", |one, other| one >= other),
];
/// Filters that make a text of what they are given, each with its name in our hands,
static OF_TEXTS: [[&str; 2]; 15] = [
    ["upper", "\u{1}upper"],
    ["lower", "\u{1}lower"],
    ["title", "\u{1}title"],
    ["capitalize", "\u{1}capitalize"],
    ["replace", "\u{1}replace"],
    ["trim", "\u{1}trim"],
    ["split", "\u{1}split"],
    ["lines", "\u{1}lines"],
    ["indent", "\u{1}indent"],
    ["string", "\u{1}string"],
    ["safe", "\u{1}safe"],
    ["escape", "\u{1}escape"],
    ["e", "\u{1}e"],
    ["format", "\u{1}format"],
    ["pprint", "\u{1}pprint"],
];
/// and those that do so with each item, or hold items against each other.
static OF_ITEMS: [[&str; 2]; 12] = [
    ["join", "\u{1}join"],
    ["unique", "\u{1}unique"],
    ["sort", "\u{1}sort"],
    ["min", "\u{1}min"],
    ["max", "\u{1}max"],
    ["groupby", "\u{1}groupby"],
    ["dictsort", "\u{1}dictsort"],
    ["map", "\u{1}map"],
    ["select", "\u{1}select"],
    ["reject", "\u{1}reject"],
    ["selectattr", "\u{1}selectattr"],
    ["rejectattr", "\u{1}rejectattr"],
];

/// Prints with a template whose walks are looked at.
pub(super) fn render(
    environment: &mut Environment<'_>,
    name: &str,
    source: &str,
    syntax: SyntaxConfig,
    view: &Value,
) -> Result<String, Error> {
    add_filters(environment);
    let mut code = CodeGenerator::new(name, source);
    code.compile_stmt(&parse(source, name, syntax)?);
    let (mut main, mut blocks): (Instructions, BTreeMap<&str, Instructions>) = code.finish();
    for instructions in blocks.values_mut().chain([&mut main]) {
        let mut at = 0;
        while let Some(instruction) = instructions.get_mut(at) {
            take_over(instruction);
            at += 1;
        }
    }
    let environment: &Environment = environment;
    let mut text = String::new();
    let escapes = default_auto_escape_callback(name);
    eval(environment, &main, view.clone(), &blocks, &mut make_string_output(&mut text), escapes)?;
    Ok(text)
}

/// Each of ours takes from the stack and puts there what the library's own would.
fn take_over(instruction: &mut Instruction) {
    let of_two = |name| Instruction::ApplyFilter(name, Some(2), NOT_KEPT);
    *instruction = match instruction {
        Instruction::StringConcat => of_two(JOIN),
        Instruction::In => of_two(IN),
        Instruction::Eq => of_two(COMPARED[0].0),
        Instruction::Ne => of_two(COMPARED[1].0),
        Instruction::Lt => of_two(COMPARED[2].0),
        Instruction::Lte => of_two(COMPARED[3].0),
        Instruction::Gt => of_two(COMPARED[4].0),
        Instruction::Gte => of_two(COMPARED[5].0),
        Instruction::ApplyFilter(name, count, _) => {
            let Some([_, ours]) = OF_TEXTS.iter().chain(&OF_ITEMS).find(|[theirs, _]| theirs == name) else {
                return;
            };
            Instruction::ApplyFilter(ours, *count, NOT_KEPT)
        }
        _ => return,
    };
}

fn add_filters(environment: &mut Environment) {
    environment.add_filter(JOIN, joined);
    environment.add_filter(IN, |state: &mut State, one: &Value, all: &Value| {
        defined(state, one)?;
        defined(state, all)?;
        walk(state, one)?;
        state.perform_test("in", &[one.clone(), all.clone()])
    });
    for (name, holds) in COMPARED {
        environment.add_filter(name, move |state: &mut State, one: &Value, other: &Value| {
            defined(state, one)?;
            defined(state, other)?;
            // What one holds is not more than walked.
            match walkable(one) || walkable(other) {
                true => Ok(holds(one, other)),
                false => Err(Error::from(ErrorKind::OutOfFuel)),
            }
        });
    }
    for ([theirs, ours], of_items) in
        OF_TEXTS.iter().map(|names| (names, false)).chain(OF_ITEMS.iter().map(|names| (names, true)))
    {
        environment.add_filter(*ours, move |state: &mut State, given: Rest<ValueOrKwargs>| {
            let given = given.into_values();
            let (of, others) = given.split_at(usize::from(of_items && !given.is_empty()));
            others.iter().try_for_each(|value| walk(state, value))?;
            for value in of.iter().filter(|value| value.as_str().is_none()) {
                // What is no list is told by the filter.
                for item in value.try_iter().into_iter().flatten() {
                    match value.kind() {
                        ValueKind::Map => walk(state, &value.get_item(&item)?)?,
                        _ => walk(state, &item)?,
                    }
                }
            }
            state.apply_filter(theirs, &given)
        });
    }
}

/// `~`
fn joined(state: &mut State, one: &Value, other: &Value) -> Result<Value, Error> {
    defined(state, one)?;
    defined(state, other)?;
    walk(state, one)?;
    walk(state, other)?;
    let texts = one.as_str().is_some() && other.as_str().is_some();
    let escapes = !matches!(state.auto_escape(), AutoEscape::None);
    if escapes && (one.is_safe() != other.is_safe()) {
        let (one, other) = (escape(state, one)?, escape(state, other)?);
        return Ok(Value::from_safe_string(format!("{one}{other}")));
    }
    let text = format!("{one}{other}");
    Ok(if texts && one.is_safe() { Value::from_safe_string(text) } else { Value::from(text) })
}

/// What is not there cannot be printed either, and that says where it is asked for.
fn defined(state: &mut State, value: &Value) -> Result<(), Error> {
    if value.is_undefined() { state.format(value.clone()).map(drop) } else { Ok(()) }
}

fn walkable(value: &Value) -> bool {
    fits(value, DEEPEST_PRINTED, &mut MOST_PRINTED.clone())
}

/// Takes the fuel for a walk through a value, before it.
fn walk(state: &State, value: &Value) -> Result<(), Error> {
    let mut left = MOST_PRINTED;
    match fits(value, DEEPEST_PRINTED, &mut left) {
        true => state.consume_fuel((MOST_PRINTED - left) as u64 / WALKED_PER_STEP),
        false => Err(Error::from(ErrorKind::OutOfFuel)),
    }
}
