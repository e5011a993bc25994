package ai.whatsflow.payout;

import ai.whatsflow.platform.money.Money;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;

/** Shows money in the OpenAPI document as it is written on the wire. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        Money.class,
                        new ObjectSchema()
                                .addProperty("amount", new StringSchema().example("500.00"))
                                .addProperty("currency", new StringSchema().example("LKR"))
                                .required(List.of("amount", "currency")));
    }
}
