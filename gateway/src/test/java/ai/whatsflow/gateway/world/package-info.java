/** Everything around a gateway under test: issuer, services, Kafka, Redis, and the gateways themselves. */
@NullMarked
package ai.whatsflow.gateway.world;

import org.jspecify.annotations.NullMarked;
