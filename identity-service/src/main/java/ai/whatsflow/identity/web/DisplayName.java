package ai.whatsflow.identity.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of a person, a company or a thing: 1 to 200 characters, none of them a control character. */
@NotBlank
@Size(max = 200)
@Pattern(regexp = "[^\\p{Cntrl}\\p{Cs}]*")
@ReportAsSingleViolation
@Documented
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface DisplayName {

    String message() default "must have 1 to 200 characters on one line";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
