package ai.whatsflow.platform.money;

import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;

/** Describes {@link Money} in OpenAPI documents as it stands in JSON. */
@AutoConfiguration
@ConditionalOnClass(SpringDocUtils.class)
public class MoneyOpenApiAutoConfiguration {

    MoneyOpenApiAutoConfiguration() {
        ObjectSchema money = new ObjectSchema();
        money.addProperty(
                "amount", new StringSchema().pattern("^-?[0-9]+(\\.[0-9]+)?$").example("1500.00"));
        money.addProperty("currency", new StringSchema().pattern("^[A-Z]{3}$").example("LKR"));
        money.setRequired(List.of("amount", "currency"));
        SpringDocUtils.getConfig().replaceWithSchema(Money.class, money);
    }
}
