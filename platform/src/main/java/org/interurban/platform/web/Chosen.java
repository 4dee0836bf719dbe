package org.interurban.platform.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.interurban.platform.shared.Coded;
import org.jspecify.annotations.Nullable;

/** The code of one of the constants; their words are the messages {@code <words>.<code>}. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {Chosen.Validator.class, Chosen.Several.class})
public @interface Chosen {

    Class<? extends Coded> value();

    String words();

    boolean needed() default true;

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<Chosen, String> {

        private Set<String> codes = Set.of();
        private boolean needed;

        @Override
        public void initialize(Chosen chosen) {
            codes = Arrays.stream(chosen.value().getEnumConstants())
                    .map(Coded::code)
                    .collect(Collectors.toSet());
            needed = chosen.needed();
        }

        @Override
        public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
            var code = Typed.text(typed);
            return code.isEmpty() ? !needed : codes.contains(code);
        }
    }

    /** The same of each that was ticked. */
    class Several implements ConstraintValidator<Chosen, List<String>> {

        private final Validator each = new Validator();

        @Override
        public void initialize(Chosen chosen) {
            each.initialize(chosen);
        }

        @Override
        public boolean isValid(@Nullable List<String> ticked, ConstraintValidatorContext context) {
            return ticked == null || ticked.stream().allMatch(one -> each.isValid(one, context));
        }
    }
}
