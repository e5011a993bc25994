package ai.whatsflow.platform.paging;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Describes a {@link PageRequest} in OpenAPI documents as the two parameters that it is read from. */
@AutoConfiguration
@ConditionalOnClass(OperationCustomizer.class)
public class PagingOpenApiAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(PageRequest.class);
    }

    @Bean
    OperationCustomizer pageParameters() {
        return (operation, handler) -> {
            boolean paged = Arrays.stream(handler.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == PageRequest.class);
            return paged ? described(operation) : operation;
        };
    }

    private static Operation described(Operation operation) {
        Schema<?> limit =
                new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT));
        limit.setDefault(PageRequest.DEFAULT_LIMIT);
        return operation
                .addParametersItem(
                        new QueryParameter().name("limit").required(false).schema(limit))
                .addParametersItem(new QueryParameter()
                        .name("cursor")
                        .required(false)
                        .description("The nextCursor of the page before")
                        .schema(new StringSchema()));
    }
}
