package org.interurban.platform.activities;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What sort of activity it is. */
enum ActivityType {
    STUDY_VISIT,
    BILATERAL_MEETING,
    KICK_OFF_MEETING,
    PROGRESS_MEETING,
    QUARTERLY_MEETING,
    WORKING_MEETING,
    JOINT_MEETING,
    CONCLUDING_MEETING,
    DEBRIEFING,
    LEGISLATIVE_MEETING,
    CLUSTER_MEETING,
    NATIONAL_CHAPTER_MEETING,
    GLOBAL_EVENT,
    LAUNCH_EVENT,
    CONGRESS,
    CONFERENCE,
    FINAL_CONFERENCE,
    FORUM,
    FAIR,
    SEMINAR,
    HIGH_LEVEL_SEMINAR,
    WEBINAR,
    WORKSHOP,
    TRAINING,
    TALK,
    SIDE_EVENT,
    PARTNER_SESSION,
    ONLINE_SESSIONS,
    FIELD_VISIT,
    TECHNICAL_TOUR,
    BENCHMARKING_VISIT,
    COURTESY_VISIT,
    EXPERT_EXCHANGE,
    DECENTRALISED_COOPERATION,
    PROJECT_ACTIVITY,
    SIGNING_CEREMONY,
    DECLARATION,
    AWARD_CEREMONY;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(ActivityType::code).toList();
    }

    static ActivityType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
