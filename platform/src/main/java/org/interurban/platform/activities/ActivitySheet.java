package org.interurban.platform.activities;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interurban.platform.activities.KeepActivity.Outcome;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.partnerships.NamedPartnerships;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.sheets.SheetForm;
import org.interurban.platform.sheets.SheetForm.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Errors;

/** Visits, meetings and events from any sheet. */
@Configuration
class ActivitySheet {

    private final Activities activities;
    private final ActivityLists lists;
    private final KindsOfActivity kinds;
    private final KeepActivity keep;
    private final Partnerships partnerships;
    private final Rights rights;
    private final MessageSource messages;

    ActivitySheet(
            Activities activities,
            ActivityLists lists,
            KindsOfActivity kinds,
            KeepActivity keep,
            Partnerships partnerships,
            Rights rights,
            MessageSource messages) {
        this.activities = activities;
        this.lists = lists;
        this.kinds = kinds;
        this.keep = keep;
        this.partnerships = partnerships;
        this.rights = rights;
        this.messages = messages;
    }

    @Bean
    SheetForm<ActivityForm, Activity> activityRows() {
        return new SheetForm<>(
                "activities",
                ActivityForm.class,
                "activities.field",
                "title",
                query -> lists.list(query).items().stream()
                        .map(ActivityLists.Line::code)
                        .toList(),
                Open::new);
    }

    private final class Open implements Desk<ActivityForm, Activity> {

        private final NamedPartnerships places;
        private final ActivityReading reading = new ActivityReading(kinds, activities, partnerships, messages);
        private final Map<String, Map<String, String>> choices;

        Open(Locale locale) {
            this.places = new NamedPartnerships(partnerships, ActivityPermission.ACTIVITIES_EDIT, locale);
            this.choices = Map.of("type", kinds.words(locale));
        }

        @Override
        public Map<String, Activity> records() {
            var all = new LinkedHashMap<String, Activity>();
            activities.seen().forEach(activity -> all.put(activity.code(), activity));
            return all;
        }

        @Override
        public Map<String, Map<String, String>> choices() {
            return choices;
        }

        @Override
        public ActivityForm filled(Activity activity) {
            return ActivityForm.of(
                    activity,
                    reading.codeOf(activity.host()),
                    reading.codeOf(activity.visitor()),
                    places.codeOf(activity.partnership()));
        }

        @Override
        public ActivityForm blank(Map<String, String> values) {
            return ActivityForm.empty(null);
        }

        @Override
        public String nextCode(ActivityForm form) {
            var place = places.find(form.partnership()).orElseThrow();
            return activities.code(Objects.requireNonNull(form.type()), place.code());
        }

        @Override
        public Optional<Activity> read(@Nullable Activity before, String code, ActivityForm form, Errors errors) {
            if (before != null) {
                places.check(before.partnership(), form.partnership(), errors);
            }
            var read = reading.read(
                    before,
                    code,
                    form,
                    before == null ? places.named(form.partnership(), errors) : places.of(before.partnership()),
                    errors);
            if (read.isPresent() && mayKeep(read.get()) && keep.isTooEarly(before, read.get())) {
                errors.rejectValue("status", ActivityPages.AGREE_FIRST);
                return Optional.empty();
            }
            return read;
        }

        @Override
        public boolean mayKeep(Activity activity) {
            return rights.may(ActivityPermission.ACTIVITIES_EDIT, activities.scopes(activity));
        }

        @Override
        public void add(Activity activity) {
            keep.plan(activity, false);
        }

        @Override
        public boolean change(Activity before, Activity wanted) {
            return keep.change(before, wanted, "", false) instanceof Outcome.Kept;
        }

        @Override
        public void remove(Activity activity) {
            keep.takeBack(activity);
        }
    }
}
