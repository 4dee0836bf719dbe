package org.interurban.platform.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** {@link Words} of at most {@link #max} characters in every language, {@link #needed} or not. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Worded.Validator.class)
public @interface Worded {

    int max();

    boolean needed() default false;

    /** Said where nothing was typed. */
    String message() default "{components.words.needed}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Faults stand at the field of the language that they concern. */
    class Validator implements ConstraintValidator<Worded, Words> {

        private int max;
        private boolean needed;

        @Override
        public void initialize(Worded worded) {
            max = worded.max();
            needed = worded.needed();
        }

        @Override
        public boolean isValid(@Nullable Words words, ConstraintValidatorContext context) {
            if (words == null || words.isBlank()) {
                if (!needed && (words == null || words.toString().isEmpty())) {
                    return true;
                }
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addPropertyNode("original")
                        .addConstraintViolation();
                return false;
            }
            context.disableDefaultConstraintViolation();
            var fits = fits(words.original(), "original", context);
            for (var translation : words.in().entrySet()) {
                fits &= fits(translation.getValue(), "in[" + translation.getKey() + "]", context);
            }
            return fits;
        }

        private boolean fits(@Nullable String text, String field, ConstraintValidatorContext context) {
            if (Typed.text(text).length() <= max) {
                return true;
            }
            context.buildConstraintViolationWithTemplate("{components.words.too-long}")
                    .addPropertyNode(field)
                    .addConstraintViolation();
            return false;
        }
    }
}
