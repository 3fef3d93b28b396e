//! The engines that a BPMN file can be written for.

/// Which engine's extensions a BPMN file carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// None: what the standard knows, for drawing and exchange.
    #[default]
    Standard,
    /// Camunda 7.
    Camunda7,
    /// Zeebe, that is Camunda 8.
    Zeebe,
    /// Flowable.
    Flowable,
    /// SpiffWorkflow.
    Spiff,
}

impl Engine {
    /// Every engine with its name, as `--engine` takes it.
    pub const NAMES: [(&'static str, Engine); 5] = [
        ("standar", Engine::Standard),
        ("camunda7", Engine::Camunda7),
        ("zeebe", Engine::Zeebe),
        ("flowable", Engine::Flowable),
        ("spiff", Engine::Spiff),
    ];

    /// The engine of this name.
    pub fn find(name: &str) -> Option<Engine> {
        Engine::NAMES.iter().find(|(known, _)| *known == name).map(|(_, engine)| *engine)
    }
}
