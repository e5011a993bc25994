package ai.whatsflow.platform.paging;

import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
class PagingTestApplication {

    @RestController
    static class Numbers {

        /** The numbers from 1 to 120, each as the key it has. */
        @GetMapping("/numbers")
        Page<Long> numbers(PageRequest page) {
            long first = page.after().getLeastSignificantBits() + 1;
            return Page.of(
                            IntStream.range(0, page.rows())
                                    .mapToObj(i -> new UUID(0, first + i))
                                    .filter(key -> key.getLeastSignificantBits() <= 120)
                                    .toList(),
                            page,
                            key -> key)
                    .map(UUID::getLeastSignificantBits);
        }
    }
}
