//! The list of lints: one file each.

use super::Lint;

mod agency_without_government;
mod answers_swapped;
mod assignment_without_order;
mod boilerplate;
mod bound_without_next;
mod citation_abbreviated;
mod citation_incomplete;
mod citation_order;
mod citations_read_as_one;
mod concept_after_final;
mod condition_without_decision;
mod cut_item;
mod cut_word;
mod date_far_off;
mod date_style;
mod dates_out_of_order;
mod decision_without_verb;
mod deputy_only_in_words;
mod disposition_by_submitter;
mod falls_into_other_outcome;
mod field_inside_field;
mod field_inside_text;
mod filing_after_handing_over;
mod foreign_name;
mod incomplete_date;
mod items_read_as_one;
mod lane_order;
mod levels_in_one;
mod limit_impossible;
mod limit_only_in_words;
mod limit_without_returns;
mod long_procedure;
mod long_sentence;
mod long_time;
mod made_never_used;
mod many_outcomes;
mod missing_identity;
mod missing_identity_list;
mod missing_kelengkapan;
mod missing_output;
mod missing_waktu;
mod misspelt_word;
mod mixed_answers;
mod mixed_days;
mod near_paper_name;
mod needed_before_made;
mod nip_structure;
mod no_active_verb;
mod no_end;
mod no_filing_row;
mod no_paper_name;
mod no_side_left;
mod no_way_out;
mod nothing_received;
mod number_and_date;
mod number_not_drawn;
mod number_pattern;
mod numbered_item;
mod only_by_return;
mod only_writing_guides;
mod optional_only_in_words;
mod order_only_in_words;
mod other_actor_in_front;
mod output_same_as_input;
mod papers_read_as_one;
mod parallel_only_in_words;
mod passive_sentence;
mod person_as_actor;
mod qualification_per_person;
mod rank_and_group;
mod receiver_without_lane;
mod recording_without_record;
mod reference_not_related;
mod refuse_each_other;
mod regional_guide;
mod return_not_drawn;
mod returns_used_up;
mod revision_before_making;
mod same_condition;
mod same_target;
mod self_hand_over;
mod self_return;
mod service;
mod service_without_applicant;
mod single_actor;
mod small_unit_too_large;
mod sparse_identity;
mod started_twice;
mod stray_mark;
mod subject_in_front;
mod superseded_basis;
mod text_arrow_mismatch;
mod time_in_words;
mod title_not_in_rows;
mod title_prefix;
mod title_without_aspect;
mod too_many_situations;
mod tool_not_listed;
mod total_generous;
mod total_impossible;
mod two_activities;
mod unbounded_return;
mod uncounted_time;
mod unexplained_abbreviation;
mod unfed_join;
mod unfinished_number;
mod unnamed_official;
mod unprintable_character;
mod unreachable;
mod unsigned_decree;
mod unused_lane;
mod waits_for_ever;
mod warning_form;
mod work_after_end;
mod zero_time;

/// The rules that [`super::follow_up`] knows to follow from others.
pub(super) mod named {
    use crate::diag::Rule;

    pub const NUMBER_NOT_DRAWN: &Rule = super::number_not_drawn::LINT.rule;
    pub const STRAY_MARK: &Rule = super::stray_mark::LINT.rule;
    pub const PAPERS_READ_AS_ONE: &Rule = super::papers_read_as_one::LINT.rule;
    pub const MIXED_ANSWERS: &Rule = super::mixed_answers::LINT.rule;
    pub const UNUSED_LANE: &Rule = super::unused_lane::LINT.rule;
    pub const UNREACHABLE: &Rule = super::unreachable::LINT.rule;
    pub const SELF_RETURN: &Rule = super::self_return::LINT.rule;
    pub const NO_WAY_OUT: &Rule = super::no_way_out::LINT.rule;
    pub const NO_END: &Rule = super::no_end::LINT.rule;
    pub const UNFED_JOIN: &Rule = super::unfed_join::LINT.rule;
    pub const WAITS_FOR_EVER: &Rule = super::waits_for_ever::LINT.rule;
    pub const WORK_AFTER_END: &Rule = super::work_after_end::LINT.rule;
    pub const STARTED_TWICE: &Rule = super::started_twice::LINT.rule;
    pub const LANE_ORDER: &Rule = super::lane_order::LINT.rule;
    pub const SINGLE_ACTOR: &Rule = super::single_actor::LINT.rule;
    pub const TEXT_ARROW_MISMATCH: &Rule = super::text_arrow_mismatch::LINT.rule;
    pub const TOTAL_IMPOSSIBLE: &Rule = super::total_impossible::LINT.rule;
    pub const CONDITION_WITHOUT_DECISION: &Rule = super::condition_without_decision::LINT.rule;
    pub const DECISION_WITHOUT_VERB: &Rule = super::decision_without_verb::LINT.rule;
    pub const SELF_HAND_OVER: &Rule = super::self_hand_over::LINT.rule;
    pub const OTHER_ACTOR_IN_FRONT: &Rule = super::other_actor_in_front::LINT.rule;
    pub const MISSING_WAKTU: &Rule = super::missing_waktu::LINT.rule;
    pub const MISSING_KELENGKAPAN: &Rule = super::missing_kelengkapan::LINT.rule;
    pub const MISSING_OUTPUT: &Rule = super::missing_output::LINT.rule;
    pub const MISSING_IDENTITY: &Rule = super::missing_identity::LINT.rule;
    pub const MISSING_IDENTITY_LIST: &Rule = super::missing_identity_list::LINT.rule;
    pub const INCOMPLETE_DATE: &Rule = super::incomplete_date::LINT.rule;
    pub const RETURN_NOT_DRAWN: &Rule = super::return_not_drawn::LINT.rule;
    pub const NEAR_PAPER_NAME: &Rule = super::near_paper_name::LINT.rule;
    pub const MADE_NEVER_USED: &Rule = super::made_never_used::LINT.rule;
    pub const UNBOUNDED_RETURN: &Rule = super::unbounded_return::LINT.rule;
    pub const NEEDED_BEFORE_MADE: &Rule = super::needed_before_made::LINT.rule;
    pub const ANSWERS_SWAPPED: &Rule = super::answers_swapped::LINT.rule;
    pub const BOUND_WITHOUT_NEXT: &Rule = super::bound_without_next::LINT.rule;
    pub const SAME_TARGET: &Rule = super::same_target::LINT.rule;
    pub const FALLS_INTO_OTHER_OUTCOME: &Rule = super::falls_into_other_outcome::LINT.rule;
    pub const REFUSE_EACH_OTHER: &Rule = super::refuse_each_other::LINT.rule;
    pub const LIMIT_ONLY_IN_WORDS: &Rule = super::limit_only_in_words::LINT.rule;
    pub const LONG_PROCEDURE: &Rule = super::long_procedure::LINT.rule;
    pub const SUBJECT_IN_FRONT: &Rule = super::subject_in_front::LINT.rule;
}

/// Every lint, in order of code.
pub static ALL: &[Lint] = &[
    unused_lane::LINT,
    unreachable::LINT,
    self_return::LINT,
    no_way_out::LINT,
    no_end::LINT,
    same_target::LINT,
    unfed_join::LINT,
    unbounded_return::LINT,
    bound_without_next::LINT,
    many_outcomes::LINT,
    waits_for_ever::LINT,
    returns_used_up::LINT,
    work_after_end::LINT,
    started_twice::LINT,
    too_many_situations::LINT,
    refuse_each_other::LINT,
    same_condition::LINT,
    mixed_answers::LINT,
    falls_into_other_outcome::LINT,
    answers_swapped::LINT,
    no_side_left::LINT,
    lane_order::LINT,
    single_actor::LINT,
    person_as_actor::LINT,
    text_arrow_mismatch::LINT,
    self_hand_over::LINT,
    return_not_drawn::LINT,
    condition_without_decision::LINT,
    other_actor_in_front::LINT,
    receiver_without_lane::LINT,
    decision_without_verb::LINT,
    number_not_drawn::LINT,
    only_by_return::LINT,
    parallel_only_in_words::LINT,
    optional_only_in_words::LINT,
    deputy_only_in_words::LINT,
    order_only_in_words::LINT,
    missing_waktu::LINT,
    time_in_words::LINT,
    zero_time::LINT,
    limit_impossible::LINT,
    total_impossible::LINT,
    total_generous::LINT,
    limit_only_in_words::LINT,
    mixed_days::LINT,
    limit_without_returns::LINT,
    long_time::LINT,
    small_unit_too_large::LINT,
    uncounted_time::LINT,
    missing_kelengkapan::LINT,
    missing_output::LINT,
    needed_before_made::LINT,
    made_never_used::LINT,
    near_paper_name::LINT,
    output_same_as_input::LINT,
    concept_after_final::LINT,
    unsigned_decree::LINT,
    nothing_received::LINT,
    papers_read_as_one::LINT,
    no_paper_name::LINT,
    missing_identity::LINT,
    missing_identity_list::LINT,
    sparse_identity::LINT,
    incomplete_date::LINT,
    unfinished_number::LINT,
    unprintable_character::LINT,
    dates_out_of_order::LINT,
    revision_before_making::LINT,
    date_style::LINT,
    unnamed_official::LINT,
    nip_structure::LINT,
    rank_and_group::LINT,
    agency_without_government::LINT,
    title_without_aspect::LINT,
    title_prefix::LINT,
    citation_incomplete::LINT,
    citation_abbreviated::LINT,
    citation_order::LINT,
    citations_read_as_one::LINT,
    reference_not_related::LINT,
    stray_mark::LINT,
    field_inside_text::LINT,
    levels_in_one::LINT,
    date_far_off::LINT,
    cut_item::LINT,
    items_read_as_one::LINT,
    cut_word::LINT,
    field_inside_field::LINT,
    superseded_basis::LINT,
    only_writing_guides::LINT,
    regional_guide::LINT,
    qualification_per_person::LINT,
    warning_form::LINT,
    tool_not_listed::LINT,
    recording_without_record::LINT,
    numbered_item::LINT,
    boilerplate::LINT,
    service_without_applicant::LINT,
    filing_after_handing_over::LINT,
    assignment_without_order::LINT,
    no_filing_row::LINT,
    title_not_in_rows::LINT,
    long_procedure::LINT,
    long_sentence::LINT,
    unexplained_abbreviation::LINT,
    misspelt_word::LINT,
    number_pattern::LINT,
    number_and_date::LINT,
    subject_in_front::LINT,
    no_active_verb::LINT,
    passive_sentence::LINT,
    two_activities::LINT,
    disposition_by_submitter::LINT,
    foreign_name::LINT,
];
