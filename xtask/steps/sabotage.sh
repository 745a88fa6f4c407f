#!/usr/bin/env bash
# Every test must be able to fail: in a debug build single checks can be left out (`core/record/src/sabotage.rs`), and the test that
# stands for a check must fail when that check is left out. That it passes when none is, the tests of the crates show, in the same
# build; where fewer rounds are run here, this does.
set -euo pipefail

built=$(cargo test --locked --workspace --exclude xtask --no-run --test byzantine --test chart --test checkin --test convergence \
    --test crash --test desk --test guests --test lost_device --test proxies --test service --test succession --test tamper 2>&1) || { echo "$built"; exit 1; }

# The program of a file of tests that has this test: more than one package may have a file of that name.
program() {
    local candidate tests
    for candidate in $(sed -n "s|.*Executable tests/$1[./].*(\(.*\))|\1|p" <<<"$built"); do
        tests=$("$candidate" --list)
        if [[ $tests == *"$2: test"* ]]; then
            echo "$candidate"
        fi
    done
}

# The check, the file of tests, the test.
without() {
    local check file test output
    IFS='|' read -r check file test <<<"$1"
    if output=$(cd tests && POCKETCHART_SABOTAGE=$check "$(program "$file" "$test")" "$test" 2>&1); then
        echo "without the check \"$check\", $file still passes"
        exit 1
    elif ! grep -q 'test result: FAILED' <<<"$output"; then
        printf 'without the check "%s", %s did not come to a result:\n%s\n' "$check" "$file" "$output"
        exit 1
    fi
    echo "without the check \"$check\", $file fails, as it must"
}

# The file of tests, the test.
with_all() {
    local output
    output=$(cd tests && "$(program "$1" "$2")" "$2" 2>&1) || { printf '%s\n' "$output"; exit 1; }
    echo "with all checks, $1 passes"
}

export -f program without
export built AFFAIRS=100 HISTORIES=12 CRASH_STATES=3000

checks() {
    cat <<'EOF'
signature|byzantine|honest_devices_agree_among_liars
authority|byzantine|honest_devices_agree_among_liars
opening|byzantine|honest_devices_agree_among_liars
chain|byzantine|honest_devices_agree_among_liars
lose|convergence|devices_that_were_apart_converge
freshness|tamper|the_whole_file_put_back_is_noticed
digest|tamper|rows_altered_moved_copied_deleted_or_put_back_are_noticed
associated data|tamper|rows_altered_moved_copied_deleted_or_put_back_are_noticed
end of access|guests|what_another_device_took_in_after_the_end_is_only_proposed
quarantine|lost_device|what_it_wrote_before_stands_and_what_comes_after_is_only_proposed
end of proxy|proxies|the_end_of_it_keeps_what_was_and_lets_nothing_more_in
sections of proxy|proxies|who_was_named_gets_the_sections_named_and_nothing_else
since when|proxies|what_was_written_before_counts_as_before
succession|succession|what_the_old_identity_key_says_later_has_no_effect_whenever_it_comes
three signatures|succession|all_three_signatures_count
synchronous|crash|nothing_acknowledged_is_lost_and_every_record_opens
acknowledge|crash|nothing_acknowledged_is_lost_and_every_record_opens
use count|service|sqlite::redemptions_are_counted_exactly
attempt count|service|sqlite::guesses_are_counted_exactly
attempt count|service|sqlite::wrong_proofs_end_it
window|service|sqlite::one_outside_its_window_is_not_there
wait|service|sqlite::is_given_after_the_notices_and_the_wait
wait|service|sqlite::is_released_after_the_wait
care pages|chart|care::what_is_kept_is_what_would_be_read
ties|chart|picture::what_is_kept_is_what_would_be_made_anew
fills|chart|medicine::a_fill_makes_no_medicine_current
contradicted|chart|group::a_trend_takes_a_reading_once_and_no_side_of_a_contradiction
sign-in state|chart|sources::a_redirect_that_is_not_of_this_sign_in_gets_no_token
page base|chart|sources::pages_that_lead_astray_are_not_followed
hash of a file|chart|source_files::a_file_that_is_not_the_one_is_not_taken_and_asked_for_again
whose statement|chart|sources::statements_about_others_are_left_out
one system|chart|pairs::nothing_different_joins_and_little_that_is_one_is_missed
unsaid|chart|pairs::nothing_different_joins_and_little_that_is_one_is_missed
moments|chart|group::what_tells_two_things_apart_is_never_even_proposed
details|chart|group::what_tells_two_things_apart_is_never_even_proposed
retracted beside|chart|beside::what_was_entered_in_error_is_said_on_either_side_and_a_copy_does_not_bring_it_back
ambiguous|chart|group::two_originals_of_one_system_stay_two
parted|chart|group::what_joined_by_itself_can_be_parted_and_corrected_apart
check-in request|checkin|what_a_response_must_not_be
check-in outcome|checkin|what_a_response_must_not_be
check-in form|checkin|a_form_filled_in_is_the_one_that_was_asked_for
deletion key|chart|deletions::what_is_altered_or_of_another_key_or_grant_changes_nothing
deletion grant|chart|deletions::what_is_altered_or_of_another_key_or_grant_changes_nothing
deletion replay|chart|deletions::what_is_altered_or_of_another_key_or_grant_changes_nothing
end of grant|chart|deletions::only_the_patients_device_ends_it_and_only_this_grant
veto|service|sqlite::its_owner_objects_and_all_contacts_override
desk-csrf|desk|staff::a_change_needs_what_only_a_page_of_the_desk_knows
desk-lockout|desk|staff::wrong_guesses_lock_a_name_whether_or_not_anybody_has_it
desk-logoff|desk|staff::who_does_nothing_is_signed_out_and_who_works_all_day_too
desk-logoff|desk|news::hearing_keeps_nobody_signed_in_and_ends_with_the_session
desk-passkey-origin|desk|passkeys::an_answer_is_for_the_page_of_the_desk_alone
desk-passkey-once|desk|passkeys::a_question_is_answered_once_in_time_and_in_its_own_session
desk-passkey-verified|desk|passkeys::a_person_shows_that_the_passkey_is_theirs
desk-passkey-counter|desk|passkeys::a_counter_that_goes_back_is_refused_and_stands_in_the_log
desk-passkey-required|desk|passkeys::where_a_passkey_is_required_a_password_alone_opens_nothing
desk-host|desk|requests::pages_of_elsewhere_are_refused
desk-audit-chain|desk|staff::the_log_tells_all_of_it_and_shows_what_was_taken_out
desk-roles|desk|patients::a_code_that_a_scanner_types_opens_a_banner_with_allergies_first_until_the_time_is_over
desk-roles|desk|finding::a_search_finds_what_was_opened_and_this_role_may_read
contradicted|desk|finding::what_was_entered_in_error_is_neither_found_nor_drawn
desk-second|desk|patients::in_an_emergency_a_clinician_asks_and_another_person_stands_by
desk-end|desk|patients::a_code_that_a_scanner_types_opens_a_banner_with_allergies_first_until_the_time_is_over
desk-withdrawn|desk|patients::what_a_patient_ends_at_the_relay_is_deleted_at_the_desk
desk-withdrawn|desk|endings::what_a_patient_ends_in_person_is_deleted_at_the_desk_and_the_patient_is_told
desk-told-gone|desk|endings::at_a_relay_it_is_said_once_nothing_of_the_chart_is_left
desk-name-alone|desk|bridge::nobody_is_taken_for_somebody_by_name_alone
desk-once|desk|bridge::cut_off_at_any_request_nothing_is_lost_and_nothing_is_there_twice
desk-if-match|desk|bridge::what_somebody_else_changed_is_never_overwritten_unseen
desk-read-back|desk|bridge::what_a_server_refuses_or_keeps_otherwise_waits_for_a_person
desk-recon-forget|desk|reconcile::what_was_read_of_one_patient_never_stands_beside_another_and_goes_with_the_chart
whose statement|desk|reconcile::page_by_page_never_of_somebody_else_and_a_refused_type_does_not_stop_the_others
desk-recon-seen|desk|reconcile::nothing_is_decided_about_what_was_not_seen_or_is_not_allowed
desk-recon-undecided|desk|reconcile::nothing_is_decided_about_what_was_not_seen_or_is_not_allowed
desk-recon-retracted|desk|reconcile::what_was_entered_in_error_is_not_taken_and_a_denial_is_no_allergy
desk-recon-denies|desk|reconcile::what_was_entered_in_error_is_not_taken_and_a_denial_is_no_allergy
desk-recon-as-shown|desk|results::what_was_decided_is_shown_exactly_and_on_approval_is_in_the_clinics_own_system_once
desk-recon-offered|desk|results::a_list_that_a_system_does_not_take_or_that_somebody_changed_waits_for_a_person_and_is_not_lost
desk-recon-result-patient|desk|results::a_result_is_of_the_patient_about_whom_it_was_decided_and_without_anything_that_holds_there_is_none
desk-once|desk|results::a_result_that_is_cut_off_at_any_request_is_there_once
desk-visit-version|desk|visits::two_write_in_one_visit_and_neither_overwrites_the_other
desk-visit-append|desk|visits::what_the_patient_does_not_allow_is_said_before_and_nothing_is_written
desk-visit-check|desk|visits::a_medicine_against_an_allergy_needs_a_reason
desk-visit-returned|desk|visits::a_visit_waits_for_the_phone_also_when_the_time_is_over_and_the_desk_starts_anew
desk-visit-file-kind|desk|visit_files::what_is_no_such_file_or_too_much_is_not_added
bodies by letter|desk|visit_files::a_relay_carries_files_while_the_phone_is_off
desk-visit-file-size|desk|visit_files::what_is_no_such_file_or_too_much_is_not_added
desk-own-encounter|desk|visit_files::what_the_system_takes_of_a_visit_is_there_and_no_visit_of_another_is_said_to_be_the_clinics
desk-checkin-once|desk|checkins::an_answer_is_taken_once_in_time_and_to_its_own_request_alone
desk-checkin-over|desk|checkins::an_answer_is_taken_once_in_time_and_to_its_own_request_alone
check-in request|desk|checkins::an_answer_is_taken_once_in_time_and_to_its_own_request_alone
check-in form|desk|checkins::an_answer_is_taken_once_in_time_and_to_its_own_request_alone
desk-checkin-over|desk|carried::a_relay_carries_request_and_answer_while_the_other_side_is_off
desk-checkin-allowed|desk|carried::what_the_patient_does_not_allow_is_said_before_and_goes_by_the_link
checkin-answer-author|chart|carried::what_somebody_else_writes_as_an_answer_is_none
desk-message-allowed|desk|messages::what_the_patient_does_not_allow_is_said_before_anything_is_written
message-author|chart|messages::nobody_writes_in_the_thread_of_another
desk-checkin-purpose|desk|checkins::what_a_patient_could_not_read_is_not_asked
desk-checkin-patient|desk|answers::what_a_clinician_approves_of_an_answer_is_written_once_as_the_patient_wrote_it
desk-checkin-birth-date|desk|answers::where_no_chart_says_who_answered_a_person_confirms_it_and_nobody_elses_birth_date_is_written
desk-once|desk|answers::an_answer_that_is_cut_off_at_any_request_is_there_once
desk-roles|desk|checkins::what_is_asked_at_the_desk_is_answered_by_a_patient_and_read_by_a_clinician
EOF
}

checks | xargs --delimiter='\n' --max-args=1 --max-procs="$(nproc)" bash -euo pipefail -c 'without "$0"'
with_all byzantine honest_devices_agree_among_liars
with_all convergence devices_that_were_apart_converge
with_all crash nothing_acknowledged_is_lost_and_every_record_opens
echo "$(($(checks | wc -l) + 3)) passed, 0 failed, 0 skipped"
