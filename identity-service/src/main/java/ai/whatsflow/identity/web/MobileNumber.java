package ai.whatsflow.identity.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** E.164, as ITU-T writes it: a plus and at most 15 digits. Absent is fine. */
@Pattern(regexp = "\\+[1-9][0-9]{6,14}")
@ReportAsSingleViolation
@Documented
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface MobileNumber {

    String message() default "must be an international number such as +94771234567";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
