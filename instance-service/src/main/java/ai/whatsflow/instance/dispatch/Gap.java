package ai.whatsflow.instance.dispatch;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.boot.convert.DurationStyle;

/** The time between two sends of one device, with jitter between its ends; written {@code 10ms} or {@code 3s..8s}. */
public record Gap(Duration shortest, Duration longest) {

    public Gap {
        if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("a gap is not negative and its second end is not below its first");
        }
    }

    public static Gap valueOf(String text) {
        String[] ends = text.split("\\.\\.", 2);
        Duration shortest = DurationStyle.detectAndParse(ends[0].strip());
        return new Gap(shortest, ends.length == 1 ? shortest : DurationStyle.detectAndParse(ends[1].strip()));
    }

    Duration next(RandomGenerator random) {
        long spread = longest.toNanos() - shortest.toNanos();
        return spread == 0 ? shortest : shortest.plusNanos(random.nextLong(spread + 1));
    }
}
