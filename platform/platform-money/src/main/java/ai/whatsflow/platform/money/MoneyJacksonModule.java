package ai.whatsflow.platform.money;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** {@code {"amount": "149.50", "currency": "LKR"}}: the amount is text, so that no reader makes a float of it. */
public final class MoneyJacksonModule extends SimpleModule {

    public MoneyJacksonModule() {
        super("money");
        addSerializer(Money.class, new Writer());
        addDeserializer(Money.class, new Reader());
    }

    private static final class Writer extends ValueSerializer<Money> {

        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("amount", money.amount());
            json.writeStringProperty("currency", money.currency().getCurrencyCode());
            json.writeEndObject();
        }
    }

    private static final class Reader extends ValueDeserializer<Money> {

        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode node = context.readTree(parser);
            JsonNode amount = node.path("amount");
            JsonNode currency = node.path("currency");
            if (!amount.isString() || !currency.isString()) {
                return context.reportInputMismatch(
                        Money.class, "money is {\"amount\": \"149.50\", \"currency\": \"LKR\"}");
            }
            try {
                return Money.of(amount.stringValue(), currency.stringValue());
            } catch (IllegalArgumentException unreadable) {
                return context.reportInputMismatch(Money.class, "not an amount of money: %s", unreadable.getMessage());
            }
        }
    }
}
