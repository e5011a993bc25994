package ai.whatsflow.platform.problem;

import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.MissingRequestValueException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** The one place where exceptions become answers. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ProblemException exception) {
        HttpHeaders headers = new HttpHeaders();
        Long seconds = exception.retryAfterSeconds();
        if (seconds != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return answer(exception.document(), headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidBody(MethodArgumentNotValidException exception) {
        List<FieldProblem> errors = new ArrayList<>();
        for (var error : exception.getBindingResult().getAllErrors()) {
            String pointer = error instanceof FieldError field ? pointer(field.getField()) : "";
            errors.add(new FieldProblem(pointer, String.valueOf(error.getDefaultMessage())));
        }
        return invalid(errors);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidParameters(HandlerMethodValidationException exception) {
        List<FieldProblem> errors = new ArrayList<>();
        exception
                .getParameterValidationResults()
                .forEach(result -> result.getResolvableErrors()
                        .forEach(error -> errors.add(new FieldProblem(
                                "/"
                                        + parameterPointer(
                                                result.getMethodParameter().getParameterName(), error),
                                String.valueOf(error.getDefaultMessage())))));
        return invalid(errors);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidBean(ConstraintViolationException exception) {
        return invalid(exception.getConstraintViolations().stream()
                .map(violation ->
                        new FieldProblem(pointer(violation.getPropertyPath().toString()), violation.getMessage()))
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException exception) {
        ProblemDetail document = Problems.document(PlatformProblem.UNREADABLE, "A parameter has the wrong type.");
        document.setProperty(
                "errors", List.of(new FieldProblem("/" + exception.getName(), "This value can't be read.")));
        return answer(document, new HttpHeaders());
    }

    @ExceptionHandler({MissingRequestValueException.class, ServletRequestBindingException.class})
    ResponseEntity<ProblemDetail> missing(Exception exception) {
        return answer(
                Problems.document(PlatformProblem.UNREADABLE, "Something that is required is missing."),
                new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException exception) {
        if (causedBy(exception, BodyTooLargeException.class)) {
            return tooLarge();
        }
        ProblemDetail document = Problems.document(PlatformProblem.UNREADABLE, "The body is not the JSON we expect.");
        if (exception.getCause() instanceof DatabindException databind
                && !databind.getPath().isEmpty()) {
            document.setProperty(
                    "errors", List.of(new FieldProblem(pointer(databind.getPath()), "This value can't be read.")));
        }
        return answer(document, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> bodyTooLarge(BodyTooLargeException exception) {
        return tooLarge();
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception exception) {
        return databaseAway(exception, "Nothing was changed. Try again shortly.");
    }

    /** It went away in the middle: after a commit without an answer nobody knows whether it was done. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> databaseWentAway(TransactionSystemException exception) {
        return databaseAway(exception, "It may have been done. Repeat it with the same Idempotency-Key.");
    }

    private ResponseEntity<ProblemDetail> databaseAway(Exception exception, String advice) {
        log.warn("database not answering: {}", exception.toString());
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "5");
        return answer(Problems.document(PlatformProblem.DEPENDENCY_UNAVAILABLE, advice), headers);
    }

    @ExceptionHandler
    void clientGone(AsyncRequestNotUsableException exception) {
        log.debug("client went away");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception exception) throws Exception {
        if (exception instanceof ErrorResponse known) {
            return answer(Problems.document(typeFor(known.getStatusCode()), null), known.getHeaders());
        }
        if (exception.getClass().getName().startsWith("org.springframework.security.")) {
            throw exception;
        }
        String traceId = MDC.get("traceId");
        log.error("unexpected failure", exception);
        ProblemDetail document = Problems.document(
                PlatformProblem.INTERNAL, "We have logged it. Quote the traceId when you ask for help.");
        if (traceId != null) {
            document.setProperty("traceId", traceId);
        }
        return answer(document, new HttpHeaders());
    }

    private static ProblemType typeFor(HttpStatusCode status) {
        return switch (HttpStatus.resolve(status.value())) {
            case NOT_FOUND -> PlatformProblem.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> PlatformProblem.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> PlatformProblem.NOT_ACCEPTABLE;
            case UNSUPPORTED_MEDIA_TYPE -> PlatformProblem.UNSUPPORTED_MEDIA_TYPE;
            case CONTENT_TOO_LARGE -> PlatformProblem.TOO_LARGE;
            case SERVICE_UNAVAILABLE -> PlatformProblem.DEPENDENCY_UNAVAILABLE;
            case UNPROCESSABLE_CONTENT -> PlatformProblem.INVALID;
            case null, default -> status.is4xxClientError() ? PlatformProblem.UNREADABLE : PlatformProblem.INTERNAL;
        };
    }

    private static ResponseEntity<ProblemDetail> invalid(List<FieldProblem> errors) {
        ProblemDetail document =
                Problems.document(PlatformProblem.INVALID, "See errors; each names a field and what would be right.");
        document.setProperty("errors", errors);
        return answer(document, new HttpHeaders());
    }

    private static ResponseEntity<ProblemDetail> tooLarge() {
        return answer(Problems.document(PlatformProblem.TOO_LARGE, "Send less in one request."), new HttpHeaders());
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail document, HttpHeaders headers) {
        return ResponseEntity.status(document.getStatus())
                .headers(headers)
                .contentType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }

    private static String parameterPointer(
            @Nullable String parameter, org.springframework.context.MessageSourceResolvable error) {
        return error instanceof FieldError field ? pointer(field.getField()).substring(1) : String.valueOf(parameter);
    }

    /** {@code contacts[3].phone} becomes {@code /contacts/3/phone}. */
    static String pointer(String path) {
        return "/" + path.replace('.', '/').replace("[", "/").replace("]", "");
    }

    private static String pointer(List<JacksonException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : path) {
            pointer.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return pointer.toString();
    }

    private static boolean causedBy(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
