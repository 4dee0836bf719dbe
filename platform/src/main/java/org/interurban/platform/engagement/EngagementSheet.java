package org.interurban.platform.engagement;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.engagement.Engagement.Kind;
import org.interurban.platform.engagement.KeepEngagement.Outcome;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sheets.SheetForm;
import org.interurban.platform.sheets.SheetForm.Desk;
import org.interurban.platform.web.Lists;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Errors;

/** Visits and requests from any sheet. */
@Configuration
class EngagementSheet {

    private final Engagements engagements;
    private final KeepEngagement keep;
    private final Directory directory;
    private final Rights rights;
    private final Clock clock;

    EngagementSheet(Engagements engagements, KeepEngagement keep, Directory directory, Rights rights, Clock clock) {
        this.engagements = engagements;
        this.keep = keep;
        this.directory = directory;
        this.rights = rights;
        this.clock = clock;
    }

    @Bean
    SheetForm<EngagementForm, Engagement> engagementRows() {
        return new SheetForm<>(
                "engagements",
                EngagementForm.class,
                "engagement.field",
                "title",
                query -> Lists.all(query, engagements::list).stream()
                        .map(Engagements.Line::code)
                        .toList(),
                locale -> new Open(new Named(directory, engagements, locale)));
    }

    private final class Open implements Desk<EngagementForm, Engagement> {

        private final Named named;

        Open(Named named) {
            this.named = named;
        }

        @Override
        public Map<String, Engagement> records() {
            return engagements.seen().stream().collect(Collectors.toMap(Engagement::code, engagement -> engagement));
        }

        @Override
        public EngagementForm filled(Engagement engagement) {
            return EngagementForm.of(engagement, named);
        }

        @Override
        public EngagementForm blank(Map<String, String> values) {
            return EngagementForm.empty(
                    Coded.find(Kind.class, values.getOrDefault("kind", "")).orElse(null));
        }

        @Override
        public String nextCode(EngagementForm form) {
            return engagements.nextCode();
        }

        @Override
        public Optional<Engagement> read(@Nullable Engagement before, String code, EngagementForm form, Errors errors) {
            return form.read(before, code, named, clock, errors);
        }

        @Override
        public boolean mayKeep(Engagement engagement) {
            return rights.may(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(engagement));
        }

        @Override
        public void add(Engagement engagement) {
            keep.add(engagement);
        }

        @Override
        public boolean change(Engagement before, Engagement wanted) {
            return keep.change(wanted, false) instanceof Outcome.Kept;
        }

        @Override
        public void remove(Engagement engagement) {
            keep.takeBack(engagement);
        }
    }
}
