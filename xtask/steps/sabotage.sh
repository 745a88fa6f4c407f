#!/usr/bin/env bash
# Every test must be able to fail: the engine is built once so that single checks can be left out, and then the test that
# stands for a check must fail when that check is left out, and pass when none is.
set -euo pipefail

build=${CARGO_TARGET_DIR:-target}
own=$build-sabotage
# What does not depend on the engine is taken over from the usual build. Cargo writes its own records in place, so those
# are copied, and the libraries of others are linked.
if [[ ! -d $own && -d $build/debug/deps ]]; then
    mkdir -p "$own/debug/deps"
    cp -a "$build/debug/.fingerprint" "$build/debug/build" "$own/debug/"
    find "$build/debug/deps" -maxdepth 1 -type f \( -name '*.rlib' -o -name '*.rmeta' -o -name '*.so' -o -name '*.d' \) \
        ! -name '*pocketchart*' -exec cp -al -t "$own/debug/deps" {} +
    find "$build/debug/deps" -maxdepth 1 -type f \( -name '*.rlib' -o -name '*.rmeta' -o -name '*.d' \) \
        -name '*pocketchart*' -exec cp -a -t "$own/debug/deps" {} +
fi

built=$(CARGO_TARGET_DIR=$own POCKETCHART_SABOTAGE_BUILD=1 cargo test --locked --workspace --exclude xtask --no-run \
    --test byzantine --test convergence --test crash --test tamper --test guests --test lost_device --test proxies \
    --test succession --test service --test chart --test checkin --test desk 2>&1) || { echo "$built"; exit 1; }

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

export AFFAIRS=100 HISTORIES=12 CRASH_STATES=3000
passed=0

# The check, the file of tests, the test.
without() {
    local output
    if output=$(cd tests && POCKETCHART_SABOTAGE=$1 "$(program "$2" "$3")" "$3" 2>&1); then
        echo "without the check \"$1\", $2 still passes"
        exit 1
    elif ! grep -q 'test result: FAILED' <<<"$output"; then
        printf 'without the check "%s", %s did not come to a result:\n%s\n' "$1" "$2" "$output"
        exit 1
    fi
    echo "without the check \"$1\", $2 fails, as it must"
    passed=$((passed + 1))
}

# The file of tests, the test.
with_all() {
    local output
    output=$(cd tests && "$(program "$1" "$2")" "$2" 2>&1) || { printf '%s\n' "$output"; exit 1; }
    passed=$((passed + 1))
}

for check in signature authority opening chain; do
    without "$check" byzantine honest_devices_agree_among_liars
done
without lose convergence devices_that_were_apart_converge
without freshness tamper the_whole_file_put_back_is_noticed
without digest tamper rows_altered_moved_copied_deleted_or_put_back_are_noticed
without 'associated data' tamper rows_altered_moved_copied_deleted_or_put_back_are_noticed
without 'end of access' guests what_another_device_took_in_after_the_end_is_only_proposed
without quarantine lost_device what_it_wrote_before_stands_and_what_comes_after_is_only_proposed
without 'end of proxy' proxies the_end_of_it_keeps_what_was_and_lets_nothing_more_in
without 'sections of proxy' proxies who_was_named_gets_the_sections_named_and_nothing_else
without 'since when' proxies what_was_written_before_counts_as_before
without succession succession what_the_old_identity_key_says_later_has_no_effect_whenever_it_comes
without 'three signatures' succession all_three_signatures_count
without synchronous crash nothing_acknowledged_is_lost_and_every_record_opens
without acknowledge crash nothing_acknowledged_is_lost_and_every_record_opens
without 'use count' service sqlite::redemptions_are_counted_exactly
without 'attempt count' service sqlite::guesses_are_counted_exactly
without 'attempt count' service sqlite::wrong_proofs_end_it
without window service sqlite::one_outside_its_window_is_not_there
without wait service sqlite::is_given_after_the_notices_and_the_wait
without wait service sqlite::is_released_after_the_wait
without 'care pages' chart care::what_is_kept_is_what_would_be_read
without ties chart picture::what_is_kept_is_what_would_be_made_anew
without fills chart medicine::a_fill_makes_no_medicine_current
without contradicted chart group::a_trend_takes_a_reading_once_and_no_side_of_a_contradiction
without 'sign-in state' chart sources::a_redirect_that_is_not_of_this_sign_in_gets_no_token
without 'page base' chart sources::pages_that_lead_astray_are_not_followed
without 'hash of a file' chart source_files::a_file_that_is_not_the_one_is_not_taken_and_asked_for_again
without 'whose statement' chart sources::statements_about_others_are_left_out
without 'one system' chart pairs::nothing_different_joins_and_little_that_is_one_is_missed
without unsaid chart pairs::nothing_different_joins_and_little_that_is_one_is_missed
without moments chart group::what_tells_two_things_apart_is_never_even_proposed
without details chart group::what_tells_two_things_apart_is_never_even_proposed
without 'retracted beside' chart beside::what_was_entered_in_error_is_said_on_either_side_and_a_copy_does_not_bring_it_back
without ambiguous chart group::two_originals_of_one_system_stay_two
without parted chart group::what_joined_by_itself_can_be_parted_and_corrected_apart
without 'check-in request' checkin what_a_response_must_not_be
without 'check-in outcome' checkin what_a_response_must_not_be
without 'check-in form' checkin a_form_filled_in_is_the_one_that_was_asked_for
without 'deletion key' chart deletions::what_is_altered_or_of_another_key_or_grant_changes_nothing
without 'deletion grant' chart deletions::what_is_altered_or_of_another_key_or_grant_changes_nothing
without 'deletion replay' chart deletions::what_is_altered_or_of_another_key_or_grant_changes_nothing
without 'end of grant' chart deletions::only_the_patients_device_ends_it_and_only_this_grant
without veto service sqlite::its_owner_objects_and_all_contacts_override
without desk-csrf desk staff::a_change_needs_what_only_a_page_of_the_desk_knows
without desk-lockout desk staff::wrong_guesses_lock_a_name_whether_or_not_anybody_has_it
without desk-logoff desk staff::who_does_nothing_is_signed_out_and_who_works_all_day_too
without desk-logoff desk news::hearing_keeps_nobody_signed_in_and_ends_with_the_session
without desk-passkey-origin desk passkeys::an_answer_is_for_the_page_of_the_desk_alone
without desk-passkey-once desk passkeys::a_question_is_answered_once_in_time_and_in_its_own_session
without desk-passkey-verified desk passkeys::a_person_shows_that_the_passkey_is_theirs
without desk-passkey-counter desk passkeys::a_counter_that_goes_back_is_refused_and_stands_in_the_log
without desk-passkey-required desk passkeys::where_a_passkey_is_required_a_password_alone_opens_nothing
without desk-host desk requests::pages_of_elsewhere_are_refused
without desk-audit-chain desk staff::the_log_tells_all_of_it_and_shows_what_was_taken_out
without desk-roles desk patients::a_code_that_a_scanner_types_opens_a_banner_with_allergies_first_until_the_time_is_over
without desk-roles desk finding::a_search_finds_what_was_opened_and_this_role_may_read
without contradicted desk finding::what_was_entered_in_error_is_neither_found_nor_drawn
without desk-second desk patients::in_an_emergency_a_clinician_asks_and_another_person_stands_by
without desk-end desk patients::a_code_that_a_scanner_types_opens_a_banner_with_allergies_first_until_the_time_is_over
without desk-withdrawn desk patients::what_a_patient_ends_at_the_relay_is_deleted_at_the_desk
without desk-withdrawn desk endings::what_a_patient_ends_in_person_is_deleted_at_the_desk_and_the_patient_is_told
without desk-told-gone desk endings::at_a_relay_it_is_said_once_nothing_of_the_chart_is_left
without desk-name-alone desk bridge::nobody_is_taken_for_somebody_by_name_alone
without desk-once desk bridge::cut_off_at_any_request_nothing_is_lost_and_nothing_is_there_twice
without desk-if-match desk bridge::what_somebody_else_changed_is_never_overwritten_unseen
without desk-read-back desk bridge::what_a_server_refuses_or_keeps_otherwise_waits_for_a_person
without desk-recon-forget desk reconcile::what_was_read_of_one_patient_never_stands_beside_another_and_goes_with_the_chart
without 'whose statement' desk reconcile::page_by_page_never_of_somebody_else_and_a_refused_type_does_not_stop_the_others
without desk-recon-seen desk reconcile::nothing_is_decided_about_what_was_not_seen_or_is_not_allowed
without desk-recon-undecided desk reconcile::nothing_is_decided_about_what_was_not_seen_or_is_not_allowed
without desk-recon-retracted desk reconcile::what_was_entered_in_error_is_not_taken_and_a_denial_is_no_allergy
without desk-recon-denies desk reconcile::what_was_entered_in_error_is_not_taken_and_a_denial_is_no_allergy
without desk-visit-version desk visits::two_write_in_one_visit_and_neither_overwrites_the_other
without desk-visit-append desk visits::what_the_patient_does_not_allow_is_said_before_and_nothing_is_written
without desk-visit-check desk visits::a_medicine_against_an_allergy_needs_a_reason
without desk-visit-returned desk visits::a_visit_waits_for_the_phone_also_when_the_time_is_over_and_the_desk_starts_anew
without desk-checkin-once desk checkins::an_answer_is_taken_once_in_time_and_to_its_own_request_alone
without desk-checkin-over desk checkins::an_answer_is_taken_once_in_time_and_to_its_own_request_alone
without 'check-in request' desk checkins::an_answer_is_taken_once_in_time_and_to_its_own_request_alone
without 'check-in form' desk checkins::an_answer_is_taken_once_in_time_and_to_its_own_request_alone
without desk-checkin-purpose desk checkins::what_a_patient_could_not_read_is_not_asked
without desk-checkin-patient desk answers::what_a_clinician_approves_of_an_answer_is_written_once_as_the_patient_wrote_it
without desk-checkin-birth-date desk answers::where_no_chart_says_who_answered_a_person_confirms_it_and_nobody_elses_birth_date_is_written
without desk-once desk answers::an_answer_that_is_cut_off_at_any_request_is_there_once
without desk-roles desk checkins::what_is_asked_at_the_desk_is_answered_by_a_patient_and_read_by_a_clinician

with_all byzantine honest_devices_agree_among_liars
with_all convergence devices_that_were_apart_converge
with_all tamper rows_altered_moved_copied_deleted_or_put_back_are_noticed
with_all tamper the_whole_file_put_back_is_noticed
with_all guests what_another_device_took_in_after_the_end_is_only_proposed
with_all lost_device what_it_wrote_before_stands_and_what_comes_after_is_only_proposed
with_all proxies the_end_of_it_keeps_what_was_and_lets_nothing_more_in
with_all proxies who_was_named_gets_the_sections_named_and_nothing_else
with_all proxies what_was_written_before_counts_as_before
with_all succession what_the_old_identity_key_says_later_has_no_effect_whenever_it_comes
with_all succession all_three_signatures_count
with_all desk staff::a_change_needs_what_only_a_page_of_the_desk_knows
with_all desk staff::wrong_guesses_lock_a_name_whether_or_not_anybody_has_it
with_all desk staff::who_does_nothing_is_signed_out_and_who_works_all_day_too
with_all desk news::hearing_keeps_nobody_signed_in_and_ends_with_the_session
with_all desk passkeys::an_answer_is_for_the_page_of_the_desk_alone
with_all desk passkeys::a_question_is_answered_once_in_time_and_in_its_own_session
with_all desk passkeys::a_person_shows_that_the_passkey_is_theirs
with_all desk passkeys::a_counter_that_goes_back_is_refused_and_stands_in_the_log
with_all desk passkeys::where_a_passkey_is_required_a_password_alone_opens_nothing
with_all desk requests::pages_of_elsewhere_are_refused
with_all desk staff::the_log_tells_all_of_it_and_shows_what_was_taken_out
with_all desk finding::a_search_finds_what_was_opened_and_this_role_may_read
with_all desk finding::what_was_entered_in_error_is_neither_found_nor_drawn
with_all desk patients::a_code_that_a_scanner_types_opens_a_banner_with_allergies_first_until_the_time_is_over
with_all desk patients::what_a_patient_ends_at_the_relay_is_deleted_at_the_desk
with_all desk bridge::nobody_is_taken_for_somebody_by_name_alone
with_all desk bridge::cut_off_at_any_request_nothing_is_lost_and_nothing_is_there_twice
with_all desk bridge::what_somebody_else_changed_is_never_overwritten_unseen
with_all desk bridge::what_a_server_refuses_or_keeps_otherwise_waits_for_a_person
with_all service sqlite::redemptions_are_counted_exactly
with_all service sqlite::guesses_are_counted_exactly
with_all service sqlite::wrong_proofs_end_it
with_all service sqlite::one_outside_its_window_is_not_there
with_all service sqlite::is_given_after_the_notices_and_the_wait
with_all service sqlite::is_released_after_the_wait
with_all service sqlite::its_owner_objects_and_all_contacts_override
with_all chart care::what_is_kept_is_what_would_be_read
with_all chart sources::a_redirect_that_is_not_of_this_sign_in_gets_no_token
with_all chart sources::pages_that_lead_astray_are_not_followed
with_all chart sources::statements_about_others_are_left_out
with_all chart pairs::nothing_different_joins_and_little_that_is_one_is_missed
with_all chart group::what_tells_two_things_apart_is_never_even_proposed
with_all chart group::two_originals_of_one_system_stay_two
with_all chart group::what_joined_by_itself_can_be_parted_and_corrected_apart
with_all chart deletions::what_is_altered_or_of_another_key_or_grant_changes_nothing
with_all chart deletions::only_the_patients_device_ends_it_and_only_this_grant
with_all desk endings::what_a_patient_ends_in_person_is_deleted_at_the_desk_and_the_patient_is_told
with_all desk endings::at_a_relay_it_is_said_once_nothing_of_the_chart_is_left
with_all checkin what_a_response_must_not_be
with_all checkin a_form_filled_in_is_the_one_that_was_asked_for
with_all desk checkins::an_answer_is_taken_once_in_time_and_to_its_own_request_alone
with_all desk checkins::what_a_patient_could_not_read_is_not_asked
with_all desk checkins::what_is_asked_at_the_desk_is_answered_by_a_patient_and_read_by_a_clinician
with_all crash nothing_acknowledged_is_lost_and_every_record_opens

echo "$passed passed, 0 failed, 0 skipped"
