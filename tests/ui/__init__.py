"""What is painted: placed, readable, touchable, in every language and palette; drawn off screen, with no display."""
