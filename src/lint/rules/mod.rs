//! The list of lints: one file each.

use super::Lint;

mod agency_without_government;
mod bound_without_next;
mod date_style;
mod dates_out_of_order;
mod incomplete_date;
mod limit_impossible;
mod limit_only_in_words;
mod many_outcomes;
mod missing_identity;
mod missing_identity_list;
mod missing_kelengkapan;
mod missing_output;
mod missing_waktu;
mod mixed_days;
mod nip_structure;
mod no_end;
mod no_way_out;
mod rank_and_group;
mod revision_before_making;
mod same_target;
mod self_return;
mod sparse_identity;
mod time_in_words;
mod title_prefix;
mod title_without_aspect;
mod total_generous;
mod total_impossible;
mod unbounded_return;
mod unfed_join;
mod unfinished_number;
mod unnamed_official;
mod unprintable_character;
mod unreachable;
mod unused_lane;
mod zero_time;

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
    missing_waktu::LINT,
    time_in_words::LINT,
    zero_time::LINT,
    limit_impossible::LINT,
    total_impossible::LINT,
    total_generous::LINT,
    limit_only_in_words::LINT,
    mixed_days::LINT,
    missing_kelengkapan::LINT,
    missing_output::LINT,
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
];
