"""Networks: architectures, the one loop that fits all of them, and the runs from configs."""
