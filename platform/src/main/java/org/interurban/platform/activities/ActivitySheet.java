package org.interurban.platform.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interurban.platform.activities.KeepActivity.Outcome;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.gazetteer.Gazetteer;
import org.interurban.platform.partnerships.NamedOwners;
import org.interurban.platform.partnerships.Owners;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.sheets.SheetForm;
import org.interurban.platform.sheets.SheetForm.Desk;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.Lists;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Visits, meetings and events from any sheet. */
@Component
record ActivitySheet(
        Activities activities,
        ActivityLists lists,
        KindsOfActivity kinds,
        KeepActivity keep,
        Partnerships partnerships,
        Owners owners,
        Directory directory,
        Gazetteer gazetteer,
        Languages languages,
        Rights rights,
        MessageSource messages,
        Clock clock) {

    @Bean
    SheetForm<ActivityForm, Activity> activityRows() {
        return new SheetForm<>(
                "activities",
                ActivityForm.class,
                "activities.field",
                "title",
                query -> Lists.all(query, lists::list).stream()
                        .map(ActivityLists.Line::code)
                        .toList(),
                Open::new);
    }

    private final class Open implements Desk<ActivityForm, Activity> {

        private final NamedOwners places;
        private final Map<OrganisationId, Directory.Entry> named;
        private final ActivityReading reading;
        private final Map<String, Map<String, String>> choices;

        Open(Locale locale) {
            this.places = owners.named(ActivityPermission.ACTIVITIES_EDIT, locale);
            this.named = activities.named(null, locale);
            var countries = gazetteer.countryNames(locale);
            this.reading = new ActivityReading(
                    kinds,
                    activities,
                    partnerships,
                    directory,
                    countries.keySet(),
                    messages,
                    Locale.forLanguageTag(languages.first()),
                    LocalDate.now(clock),
                    named);
            var byName = new LinkedHashMap<String, String>();
            countries.forEach((code, name) -> byName.putIfAbsent(name, code));
            languages.ofPages().keySet().forEach(tag -> gazetteer
                    .countryNames(Locale.forLanguageTag(tag))
                    .forEach((code, name) -> byName.putIfAbsent(name, code)));
            this.choices = Map.of("type", kinds.words(locale), "country", byName);
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
                    body -> Objects.requireNonNull(named.get(body)),
                    places.codeOf(activity.partnership()),
                    places.codeOf(activity.programme()));
        }

        @Override
        public ActivityForm blank(Map<String, String> values) {
            return ActivityForm.empty(null);
        }

        @Override
        public String nextCode(ActivityForm form) {
            return activities.code(
                    Objects.requireNonNull(form.type()),
                    places.find(form.partnership(), form.programme())
                            .orElseThrow()
                            .frame());
        }

        @Override
        public Optional<Activity> read(@Nullable Activity before, String code, ActivityForm form, Errors errors) {
            var owner = before == null
                    ? places.named(form.partnership(), form.programme(), errors)
                    : Optional.of(places.stays(
                            before.partnership(), before.programme(), form.partnership(), form.programme(), errors));
            if (owner.isEmpty()) {
                return Optional.empty();
            }
            var read = reading.read(before, code, form, owner.get(), errors);
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
            return !(keep.change(before, wanted, "", false) instanceof Outcome.Overtaken);
        }

        @Override
        public void remove(Activity activity) {
            keep.takeBack(activity);
        }
    }
}
