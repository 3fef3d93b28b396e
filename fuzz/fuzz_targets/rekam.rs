//! Any bytes as a filled form or a record of another system: cases that can be judged, or faults in words.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sop::compile::{Compiled, compile};
use sop::config::Config;
use sop::rekam::baca::{Acuan, baca};
use sop::rekam::nilai::nilai;
use std::sync::LazyLock;

static COMPILED: LazyLock<Compiled> =
    LazyLock::new(|| compile(include_str!("../../sops/monev.sop"), &Config::default()));

fuzz_target!(|bytes: &[u8]| {
    let config = Config::default();
    let procedure = COMPILED.procedure.as_ref().expect("the seed has rows");
    let read = baca(bytes, &Acuan::new(procedure, &config));
    nilai(&read.berkas, procedure, &config);
});
